import { Alert, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { certificateEndpoints, type StaffApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { OUTCOMES } from '../../../bff/contract/review/enums.ts';
import { applicationUrl, pageUrl, REVIEW_DESK } from '../../addresses.ts';
import { addressOf } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { Failure } from '../../ui/Failure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { markRow } from '../../ui/list/marked-row.ts';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { Attachments } from './Attachments.tsx';
import { Decision } from './review/Decision.tsx';
import { ApplicationsOf } from './ApplicationsOf.tsx';
import { Facts } from './Facts.tsx';
import { Findings } from './review/Findings.tsx';
import { LatinNameCheck } from './review/LatinNameCheck.tsx';
import { Letter } from './Letter.tsx';
import { Standing } from './review/Standing.tsx';
import { ApplicationTag } from './tags.tsx';
import { STAFF_TIMELINE_EVENTS } from '../../../bff/contract/timeline/enums.ts';
import { Timeline } from '../../ui/Timeline.tsx';
import { useApplication, useDecision } from './use-application.ts';
import { useLetterSeen } from './review/use-letter-seen.ts';
import { usePresence } from './review/use-presence.ts';
import { Returned } from './review/Return.tsx';
import { useWalk, type JustDecided } from './review/use-walk.ts';

/** One application on the review desk. Going to the next one starts with a clean page. */
export function ApplicationShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useApplication(id);
  if (data) return <Desk key={id} application={data} />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Skeleton active className="page" paragraph={{ rows: 12 }} />;
}

function Desk({ application }: { application: StaffApplicationDetail }) {
  const { id, typeLabel, number, state, outcome } = application;
  const walk = useWalk(application);
  // Whoever goes back to the list finds the row that was open last, however many were walked through.
  useEffect(() => markRow(pageUrl('applications'), id), [id]);
  const others = usePresence(id, state === 'pending');
  // After a decision the next one opens; the letter of this one is made meanwhile.
  const decision = useDecision(String(id), walk.onDecided);
  const seen = useLetterSeen();
  const letter = addressOf(certificateEndpoints.showStaffPdf, { params: { id: String(id) } });
  useHotkeys({
    p: walk.toPrevious,
    o: hasLetter(application) ? () => void window.open(letter, '_blank', 'noopener') : undefined,
  });
  return (
    <Page
      title={
        <>
          {typeLabel} <ApplicationTag state={state} outcome={outcome} />
        </>
      }
      name={`${number} ${typeLabel}`}
      back={{ to: REVIEW_DESK, label: '证明审核' }}
      actions={
        <>
          <span className="figures">{number}</span>
          <KeyHint keys={keysOf(application, walk.toPrevious !== undefined)} />
        </>
      }
    >
      {walk.decided && !decision.isSuccess && <Last decided={walk.decided} />}
      {others.length > 0 && (
        <Alert type="warning" showIcon role="status" title={`${others.join('、')}正在审核这份申请`} />
      )}
      {application.returned && <Returned returned={application.returned} />}
      <Verdict application={application} decision={decision} />
      <div className="desk">
        <div className="desk-facts">
          <Facts application={application} />
          <Findings findings={application.findings} />
          <LatinNameCheck application={application} />
          <Standing application={application} />
          <ApplicationsOf kind={application.applicantKind} id={application.applicantId} except={application.id} />
          <section className="sheet padded desk-last">
            <Timeline entries={application.timeline} words={STAFF_TIMELINE_EVENTS} />
          </section>
        </div>
        <div className="desk-letter below-head">
          <Letter application={application} isShown={seen.isShown} onShown={seen.onShown} />
          <div ref={seen.end} />
          <Attachments application={application} />
        </div>
      </div>
      <Decision
        application={application}
        decision={decision}
        onNext={walk.toNext}
        onPrevious={walk.toPrevious}
        onSeeLetter={seen.onSeeLetter}
      />
    </Page>
  );
}

/** The keys that do something here now. */
function keysOf(application: StaffApplicationDetail, hasPrevious: boolean): [string, string][] {
  const { permits, nextPendingId } = application;
  const keys: [string, string, boolean][] = [
    ['a', '通过', permits.approve],
    ['r', '驳回', permits.reject],
    ['1–9', '按常用意见驳回', permits.reject],
    ['c', '退回补正', permits.return],
    ['Ctrl+Enter', '确认', permits.approve || permits.reject],
    ['n', '下一份', nextPendingId !== null],
    ['p', '上一份', hasPrevious],
    ['o', '打开证明', hasLetter(application)],
  ];
  return keys.filter(([, , works]) => works).map(([key, does]) => [key, does]);
}

/** The preview of what is not approved, the file of what is. */
const hasLetter = ({ outcome, issueState }: StaffApplicationDetail) =>
  outcome !== 'approved' || issueState === 'issued';

const DECIDED: Record<JustDecided['outcome'], string> = {
  approved: '已通过',
  rejected: '已驳回',
  returned: '已退回补正',
};

/** What became of the one before, on the page of the next. */
function Last({ decided: { id, number, outcome } }: { decided: JustDecided }) {
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={`上一份 ${number} ${DECIDED[outcome]}`}
      action={<Link to={applicationUrl({ id })}>查看</Link>}
    />
  );
}

/** What else may have become of it, after “这份申请”. */
const UNDECIDED: Record<StaffApplicationDetail['state'], string> = {
  pending: '待审批',
  decided: '已审批',
  returned: '已退回补正',
  withdrawn: '申请人已撤回',
  lapsed: '逾期未补正，已关闭',
};

/** What has just been decided here, or that somebody else was first. */
function Verdict({
  application,
  decision,
}: {
  application: StaffApplicationDetail;
  decision: ReturnType<typeof useDecision>;
}) {
  const { outcome, decidedBy, decidedAt, state } = application;
  const [wasWaiting] = useState(state === 'pending');
  const who = outcome ? `${decidedBy} 已于 ${formatInstant(decidedAt)} ${OUTCOMES[outcome]}` : UNDECIDED[state];
  const now = state === 'returned' ? state : outcome;
  if (decision.isSuccess && now) return <Alert type="success" showIcon role="status" title={DECIDED[now]} />;
  // While it is still pending the refusal stands in the decision bar, beside the button that caused it.
  if (state === 'pending' || decision.isPending) return null;
  if (!decision.isError) {
    return wasWaiting ? (
      <Alert type="warning" showIcon role="alert" title={<WholeTimes words={`这份申请${who}`} />} />
    ) : null;
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={sentenceOf(decision.error)}
      description={<WholeTimes words={`${who}，您的操作没有生效。`} />}
    />
  );
}
