import { Alert, App, Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { rowTitle, valueWords } from '../../../bff/contract/form-reading/words.ts';
import { MAX_REASON, PROFILE_EVENTS } from '../../../bff/contract/profile/enums.ts';
import { profileSection } from '../../../bff/contract/profile/profile.ts';
import type { ProfileDetail } from '../../../bff/contract/profile/replies.ts';
import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { useLeaveWarning } from '../../ui/form/use-leave-warning.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useQueue } from '../../ui/list/use-queue.ts';
import { Page } from '../../ui/Page.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { Doubts } from './Doubts.tsx';
import { FilePane } from './FilePane.tsx';
import { Finish, useFinish } from './Finish.tsx';
import { ProfileTag } from './ProfileTag.tsx';
import { filesOf, SectionSheet } from './SectionSheet.tsx';
import { useDecide, useProfile, useReopen, useReviewers } from './use-profiles.ts';
import { useReview } from './use-review.ts';

const QUEUE = { to: pageUrl('profiles', { state: 'waiting' }), label: '信息审核' };

/** One profile: what was submitted last, against what was approved last. */
export function ProfileShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useProfile(id);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  // Another submission is another review: nothing said of the one before counts for it.
  return <Shown key={`${id}.${data.snapshotId}.${data.state}`} profile={data} />;
}

function Shown({ profile }: { profile: ProfileDetail }) {
  const { name, state, sections, can } = profile;
  const review = useReview(profile);
  const decision = useDecide(profile.id);
  const queue = useQueue({
    id: profile.id,
    list: QUEUE.to,
    load: (filters) => call(profileEndpoints.listProfiles, { query: { ...filters, state: 'waiting' } }),
    href: ({ id }) => pageUrl('profile', { id }),
  });
  const leave = useLeaveWarning();
  const finish = useFinish({ profile, review, decision, onDecided: queue.onDecided });
  const others = useReviewers(profile.id, state === 'waiting');
  const [chosenRow, setChosenRow] = useState<string | null>(null);
  const hasSaid = Object.keys(review.said).length > 0;
  useEffect(() => (hasSaid && can.decide && !decision.isSuccess ? leave.arm() : leave.disarm()));
  const at = review.at;
  const mayDecide = at !== null && review.toDecide.some(({ key }) => key === at);
  useHotkeys({
    j: review.next,
    k: review.previous,
    n: () => void queue.toNext(),
    ...(can.decide && {
      a: mayDecide ? () => review.pass(at) : undefined,
      r: mayDecide ? () => review.reject(at) : undefined,
      Enter: finish,
    }),
  });
  const [sectionKey, rowId] = chosenRow?.split('.') ?? [];
  const chosenSection = sections.find(({ key }) => key === sectionKey);
  const row = [...(chosenSection?.rows ?? []), ...(chosenSection?.before ?? [])].find(({ id }) => id === rowId);
  return (
    <Page
      title={
        <>
          {name}的信息 <ProfileTag state={state} />
        </>
      }
      name={`${name}的信息`}
      back={QUEUE}
      actions={
        <>
          <KeyHint
            keys={[
              ['j / k', '下一项、上一项'],
              ...(can.decide
                ? ([
                    ['a', '通过'],
                    ['r', '驳回'],
                    ['Enter', '完成审核'],
                  ] as [string, string][])
                : []),
              ['n', '下一位待审核的'],
            ]}
          />
          {can.reopen && <Reopen profile={profile} />}
        </>
      }
    >
      {others.length > 0 && (
        <Alert type="warning" showIcon role="status" title={`${others.join('、')}也在审核这位律师的信息`} />
      )}
      <Doubts profile={profile} onGo={review.setAt} />
      <section className="sheet padded">
        <FactList facts={factsOf(profile)} />
      </section>
      {sections.length === 0 && (
        <Alert type="info" showIcon role="note" title="还没有提交过，填写中的内容只有本人能看到" />
      )}
      {sections.length > 0 && (
        <div className="profile-review">
          <div className="profile-sections">
            {sections.map((section) => (
              <SectionSheet
                key={section.key}
                profileId={profile.id}
                section={section}
                fields={profile.fields}
                review={can.decide ? review : null}
                chosenRow={chosenRow}
                onChooseRow={setChosenRow}
              />
            ))}
          </div>
          <FilePane
            key={chosenRow ?? ''}
            profileId={profile.id}
            files={profile.files}
            tokens={chosenSection && row ? filesOf(chosenSection, row) : []}
            title={chosenSection && row ? rowTitle(profileSection(chosenSection.key), row) : ''}
            isIdentity={chosenSection?.key === 'documents' && row?.values['kind'] === 'identity'}
          />
        </div>
      )}
      {profile.timeline.length > 0 && (
        <section className="sheet padded">
          <Timeline entries={profile.timeline} words={PROFILE_EVENTS} />
        </section>
      )}
      {can.decide && <Finish review={review} decision={decision} finish={finish} />}
    </Page>
  );
}

/** 退回修改 of what was approved, for an error that was found; what was approved stays in force meanwhile. */
function Reopen({ profile }: { profile: ProfileDetail }) {
  const [isAsking, setAsking] = useState(false);
  const { message } = App.useApp();
  const reopening = useReopen(profile);
  if (!isAsking) return <Button onClick={() => setAsking(true)}>退回修改</Button>;
  return (
    <OneFieldForm
      title="退回修改"
      hint="本人会看到事由，修改后重新提交；在此之前，已通过的内容继续有效"
      label="退回事由"
      maxLength={MAX_REASON}
      field="reason"
      act={{
        ...reopening,
        mutate: (reason, options) =>
          reopening.mutate(reason, {
            onSuccess: (...given) => {
              void message.success('已退回本人修改');
              options?.onSuccess?.(...given);
            },
          }),
      }}
      submitLabel="退回"
      onClose={() => setAsking(false)}
    />
  );
}

function factsOf(profile: ProfileDetail): [string, React.ReactNode][] {
  const { lawyerId, name, licenceNo, firmName, submittedAt, number, given } = profile;
  const basic = profileSection('basic');
  const ofRegistry = basic.fields
    .filter(({ key }) => !['name', 'licenceNo', 'firm'].includes(key))
    .flatMap((field): [string, React.ReactNode][] => {
      const value = given[field.key];
      return value === undefined || value === '' ? [] : [[field.label, valueWords(field, value)]];
    });
  return [
    [
      '律师',
      <span key="lawyer">
        <Link to={subjectUrl('lawyer', lawyerId)}>{name}</Link> <Grouped value={licenceNo} />
      </span>,
    ],
    ['执业机构', firmName || '—'],
    ['提交时间', submittedAt ? `${formatInstant(submittedAt)}（第${number}次提交）` : '—'],
    ...ofRegistry,
  ];
}
