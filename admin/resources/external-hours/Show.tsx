import { Alert, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { externalHoursEndpoints } from '../../../bff/contract/external-hours/endpoints.ts';
import { CLAIM_EVENTS, CLAIM_STATES } from '../../../bff/contract/external-hours/enums.ts';
import type { HoursClaimDetail } from '../../../bff/contract/external-hours/replies.ts';
import { HOURS_KINDS, HOURS_STATES, HOURS_MODES } from '../../../bff/contract/records/enums.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { addressOf, call } from '../../providers/call.ts';
import { AttachedFiles } from '../../ui/AttachedFiles.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useQueue } from '../../ui/list/use-queue.ts';
import { Page } from '../../ui/Page.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { ClaimTag } from './ClaimTag.tsx';
import { daysInWords, hoursInWords } from './course-words.ts';
import { Decide, DECIDE_KEYS } from './Decide.tsx';
import { useClaim } from './use-claims.ts';

const QUEUE = pageUrl('hoursClaims', { state: 'waiting' });

/** One claim of 校外学时 beside what proves it. */
export function ClaimShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useClaim(id);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  // Another version is another review.
  return <Shown key={`${id}.${data.version}`} claim={data} />;
}

function Shown({ claim }: { claim: HoursClaimDetail }) {
  const { id, lawyerName, state, attachments, can } = claim;
  const queue = useQueue({
    id,
    list: QUEUE,
    load: (filters) => call(externalHoursEndpoints.listHoursClaims, { query: { ...filters, state: 'waiting' } }),
    href: (row) => pageUrl('hoursClaim', { id: row.id }),
  });
  useHotkeys({ n: () => void queue.toNext() });
  const file = (token: string) => ({ params: { id: String(id), file: token } });
  return (
    <Page
      title={
        <>
          {lawyerName}的校外学时 <ClaimTag state={state} />
        </>
      }
      name={`${lawyerName}的校外学时`}
      back={{ to: QUEUE, label: '校外学时' }}
      actions={<KeyHint keys={[...(can.decide ? DECIDE_KEYS : []), ['n', '下一份待审核的']]} />}
    >
      <Twice claim={claim} />
      <div className="correction">
        <section className="sheet padded">
          <h2>申报</h2>
          <FactList facts={factsOf(claim)} />
          <Timeline entries={claim.timeline} words={CLAIM_EVENTS} />
        </section>
        <AttachedFiles
          files={attachments}
          addressOf={({ id: token }) => addressOf(externalHoursEndpoints.showHoursProof, file(token))}
          load={({ id: token }, signal) => call(externalHoursEndpoints.showHoursProof, file(token), signal)}
        />
      </div>
      {can.decide && <Decide claim={claim} onDecided={queue.onDecided} />}
    </Page>
  );
}

/** What the lawyer has of the same days, so that no course counts twice. */
function Twice({ claim: { alike, registered } }: { claim: HoursClaimDetail }) {
  if (alike.length + registered.length === 0) return null;
  const isSame = alike.some((one) => one.isSame);
  return (
    <Alert
      type={isSame ? 'error' : 'warning'}
      showIcon
      role="note"
      title={isSame ? '同一主办单位、日期重叠的课程还有申报，请核对是否重复' : '这些日期另有学时，请核对是否重复'}
      description={
        <ul className="plain">
          {alike.map((one) => (
            <li key={one.id}>
              <Link to={pageUrl('hoursClaim', { id: one.id })}>{one.title}</Link>：{one.organiser}，{daysInWords(one)}，
              {one.tenths / 10}学时（{CLAIM_STATES[one.state]}）
            </li>
          ))}
          {registered.map(({ id, title, heldOn, tenths, state }) => (
            <li key={`registered-${id}`}>
              {title}：{heldOn}，{tenths / 10}学时（已登记，{HOURS_STATES[state]}）
            </li>
          ))}
        </ul>
      }
    />
  );
}

function factsOf(claim: HoursClaimDetail): [string, React.ReactNode][] {
  const { lawyerId, lawyerName, licenceNo, firmName, kind, mode, note, decidedAt, decidedBy, opinion } = claim;
  return [
    [
      '律师',
      <span key="lawyer">
        <Link to={subjectUrl('lawyer', lawyerId)}>{lawyerName}</Link> <Grouped value={licenceNo} />
      </span>,
    ],
    ['执业机构', firmName || '—'],
    ['课程', claim.title],
    ['主办单位', claim.organiser],
    ['日期', daysInWords(claim)],
    ['学时类别', HOURS_KINDS[kind]],
    ['参加方式', HOURS_MODES[mode]],
    ['学时', `${hoursInWords(claim)}，这些日期最多${claim.mostTenths / 10}学时`],
    ...(note
      ? [
          [
            '说明',
            <span key="note" className="multiline">
              {note}
            </span>,
          ] satisfies [string, React.ReactNode],
        ]
      : []),
    ['提交时间', formatInstant(claim.submittedAt)],
    ...(decidedAt ? [['审核', `${formatInstant(decidedAt)} ${decidedBy}`] satisfies [string, React.ReactNode]] : []),
    ...(opinion ? [['审核意见', opinion] satisfies [string, React.ReactNode]] : []),
  ];
}
