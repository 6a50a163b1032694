import { Alert, App, Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { differenceOf, type RowDifference } from '../../../../bff/contract/form-reading/difference.ts';
import type { Row } from '../../../../bff/contract/form-reading/fields.ts';
import { rowTitle } from '../../../../bff/contract/form-reading/words.ts';
import type { ProfileChangeDetail } from '../../../../bff/contract/profile-changes/replies.ts';
import { MAX_REASON } from '../../../../bff/contract/profile/enums.ts';
import { sectionInForce } from '../../../../bff/contract/profile/field-settings.ts';
import { profileSection } from '../../../../bff/contract/profile/profile.ts';
import { profileChangeEndpoints } from '../../../../bff/contract/profile-changes/endpoints.ts';
import { pageUrl, subjectUrl } from '../../../addresses.ts';
import { call } from '../../../providers/call.ts';
import { everyFaultOf } from '../../../providers/failure.ts';
import { formatInstant } from '../../../ui/dates.ts';
import { FactList } from '../../../ui/FactList.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { OneFieldForm } from '../../../ui/form/OneFieldForm.tsx';
import { useLeaveWarning } from '../../../ui/form/use-leave-warning.ts';
import { Grouped } from '../../../ui/Grouped.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useQueue } from '../../../ui/list/use-queue.ts';
import { Page } from '../../../ui/Page.tsx';
import { useHotkeys } from '../../../ui/hooks/use-hotkeys.ts';
import { FilePane } from '../FilePane.tsx';
import { RejectForm } from '../RejectForm.tsx';
import { RowView } from '../RowDifference.tsx';
import { filesOf } from '../SectionSheet.tsx';
import { ChangeTag } from './ChangeTag.tsx';
import { Conflicts, type Resolution } from './Conflicts.tsx';
import { useChange, useDecideChange, useOpeningChange } from './use-changes.ts';

const QUEUE = { to: pageUrl('profileChanges', { state: 'waiting' }), label: '信息变更' };

/** One 变更单: what is in force beside what is wanted. */
export function ChangeShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useChange(id);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  // Another version is another review.
  return <Shown key={`${id}.${data.version}.${data.state}`} change={data} />;
}

/** What the reviewer says of it. */
type Said = { verdict: 'pass' } | { verdict: 'reject'; opinion: string } | null;

function Shown({ change }: { change: ProfileChangeDetail }) {
  const { name, section: key, state, conflicts, can } = change;
  const section = sectionInForce(key, change.fields);
  const [said, setSaid] = useState<Said>(null);
  const [isRejecting, setRejecting] = useState(false);
  const [resolved, setResolved] = useState<Record<string, Resolution>>({});
  const [chosenRow, setChosenRow] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const opening = useOpeningChange(change.id);
  const decision = useDecideChange(change.id);
  const { message } = App.useApp();
  const leave = useLeaveWarning();
  const queue = useQueue({
    id: change.id,
    list: QUEUE.to,
    load: (filters) => call(profileChangeEndpoints.listProfileChanges, { query: { ...filters, state: 'waiting' } }),
    href: ({ id }) => pageUrl('profileChange', { id }),
  });
  useEffect(() => (said !== null && can.decide && !decision.isSuccess ? leave.arm() : leave.disarm()));
  const before = (opening.data?.before ?? change.before) as Row[];
  const after = (opening.data?.rows ?? change.rows) as Row[];
  const wanted = (opening.data?.rows ?? change.wanted) as Row[];
  const differences = differenceOf(section, before, after);
  const isSettled = conflicts.every((at) => resolved[at]);
  const pass = () => {
    setRejecting(false);
    setSaid({ verdict: 'pass' });
  };
  const finish = () => {
    if (said === null || decision.isPending || (said.verdict === 'pass' && !isSettled)) return;
    const { version } = change;
    decision.mutate(
      said.verdict === 'pass'
        ? { version, verdict: 'pass', resolved }
        : { version, verdict: 'reject', opinion: said.opinion },
      {
        onSuccess: () => {
          const became = said.verdict === 'pass' ? '已通过，变更生效' : '已驳回，本人会看到审核意见';
          void message.success(`${name}的变更${became}`);
          void queue.onDecided();
        },
      },
    );
  };
  useHotkeys({
    n: () => void queue.toNext(),
    ...(can.decide && { a: pass, r: () => setRejecting(true), Enter: finish }),
  });
  const chosen = differences.find(({ id }) => id === chosenRow);
  return (
    <Page
      title={
        <>
          {name}：变更{section.label} <ChangeTag state={state} />
        </>
      }
      name={`${name}：变更${section.label}`}
      back={QUEUE}
      actions={
        <KeyHint
          keys={[
            ...(can.decide
              ? ([
                  ['a', '通过'],
                  ['r', '驳回'],
                  ['Enter', '完成审核'],
                ] as [string, string][])
              : []),
            ['n', '下一份待审核的'],
          ]}
        />
      }
    >
      <Findings change={change} />
      <section className="sheet padded">
        <FactList facts={factsOf(change)} />
      </section>
      {conflicts.length > 0 && (
        <Conflicts
          section={key}
          conflicts={conflicts}
          before={before}
          wanted={wanted}
          resolved={resolved}
          onResolve={(at, by) => setResolved((all) => ({ ...all, [at]: by }))}
        />
      )}
      <div className="profile-review">
        <div className="profile-sections">
          <section className="sheet padded profile-section" aria-label={section.label}>
            <h2>{section.label}</h2>
            {change.saidNone && <p className="quiet">改为：{section.noneLabel ?? '本人无此项'}</p>}
            {differences.length === 0 && !change.saidNone && <p className="quiet">与现在相同</p>}
            {differences.map((row) => (
              <RowView
                key={row.id}
                section={section}
                row={row}
                doubts={change.findings}
                isChosen={chosenRow === row.id}
                onChoose={filesIn(row).length === 0 ? undefined : () => setChosenRow(row.id)}
              />
            ))}
            {change.hasSensitive && !opening.data && !isAsking && (
              <div className="row profile-sensitive">
                <span className="quiet">本项含敏感个人信息，未显示；打开须写明事由，会记入日志，本人可以看到</span>
                <Button onClick={() => setAsking(true)}>打开</Button>
              </div>
            )}
            {isAsking && !opening.data && (
              <OneFieldForm
                title={`打开“${section.label}”的敏感信息`}
                label="查看事由"
                placeholder="例如：核对亲属任职回避情况"
                maxLength={MAX_REASON}
                field="reason"
                act={opening}
                submitLabel="打开"
                onClose={() => setAsking(false)}
              />
            )}
          </section>
        </div>
        <FilePane
          key={chosenRow ?? ''}
          profileId={change.profileId}
          files={change.files}
          tokens={chosen ? filesIn(chosen) : []}
          title={chosen ? rowTitle(section, chosen.after ?? chosen.before ?? { values: {} }) : ''}
          isIdentity={section.key === 'documents' && (chosen?.after ?? chosen?.before)?.values['kind'] === 'identity'}
        />
      </div>
      {can.decide && (
        <div className="action-bar decision">
          {decision.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(decision.error)} />}
          {isRejecting ? (
            <RejectForm
              label={section.label}
              opinion={said?.verdict === 'reject' ? said.opinion : ''}
              onReject={(opinion) => {
                setSaid({ verdict: 'reject', opinion });
                setRejecting(false);
              }}
              onClose={() => setRejecting(false)}
            />
          ) : (
            <div className="row">
              <Button onClick={pass} disabled={!isSettled}>
                通过
              </Button>
              <Button danger onClick={() => setRejecting(true)}>
                驳回
              </Button>
              <Button
                type="primary"
                disabled={said === null || (said.verdict === 'pass' && !isSettled)}
                loading={decision.isPending}
                onClick={finish}
              >
                完成审核
              </Button>
              <span>{wordsOf(said, isSettled)}</span>
            </div>
          )}
        </div>
      )}
    </Page>
  );

  function filesIn({ after: now, before: then }: RowDifference): string[] {
    return [...new Set([...filesOf({ key }, now), ...filesOf({ key }, then)])];
  }
}

function wordsOf(said: Said, isSettled: boolean): string {
  if (!isSettled && said?.verdict !== 'reject') return '请先逐处选择冲突保留哪一份';
  if (said === null) return '';
  return said.verdict === 'pass' ? '将通过，变更立即生效' : `将驳回：${said.opinion}`;
}

/** What is doubtful in it: the words of the rules that found it. */
function Findings({ change: { findings, section: key } }: { change: ProfileChangeDetail }) {
  const found = Object.entries(findings);
  if (found.length === 0) return null;
  const section = profileSection(key);
  const nameOf = (at: string) => section.fields.find((field) => field.key === at.split('.')[1])?.label ?? section.label;
  return (
    <Alert
      type="warning"
      showIcon
      role="note"
      title={`${found.length}处存疑，请核对后决定`}
      description={
        <ul className="plain">
          {found.map(([at, words]) => (
            <li key={at}>
              {nameOf(at)}：{words}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function factsOf(change: ProfileChangeDetail): [string, React.ReactNode][] {
  const { lawyerId, name, licenceNo, firmName, createdAt, profileId, decidedAt, decidedBy, opinion } = change;
  return [
    [
      '律师',
      <span key="lawyer">
        <Link to={subjectUrl('lawyer', lawyerId)}>{name}</Link> <Grouped value={licenceNo} />
      </span>,
    ],
    ['执业机构', firmName || '—'],
    ['提交时间', formatInstant(createdAt)],
    [
      '已通过的信息',
      <Link key="profile" to={pageUrl('profile', { id: profileId })}>
        查看全部
      </Link>,
    ],
    ...(decidedAt
      ? ([['审核', [formatInstant(decidedAt), decidedBy].filter(Boolean).join(' ')]] as [string, React.ReactNode][])
      : []),
    ...(opinion ? ([['审核意见', opinion]] as [string, React.ReactNode][]) : []),
  ];
}
