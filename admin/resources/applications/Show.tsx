import { Alert, Skeleton } from 'antd';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { StaffApplicationDetail } from '../../../bff/contract/endpoints/certificates.ts';
import { OUTCOMES } from '../../../bff/contract/enums.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { Failure } from '../../ui/Failure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { Decision } from './Decision.tsx';
import { Facts } from './Facts.tsx';
import { Findings } from './Findings.tsx';
import { applicationHref, QUEUE_HREF } from './href.ts';
import { Letter } from './Letter.tsx';
import { Standing } from './Standing.tsx';
import { ApplicationTag } from './tags.tsx';
import { Timeline } from './Timeline.tsx';
import { useApplication, useDecision } from './use-application.ts';

/** One application on the review desk. Going to the next one starts with a clean page. */
export function ApplicationShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useApplication(id);
  if (data) return <Desk key={id} application={data} />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Skeleton active className="page" paragraph={{ rows: 12 }} />;
}

function Desk({ application }: { application: StaffApplicationDetail }) {
  const navigate = useNavigate();
  const { state: cameFrom } = useLocation() as { state: unknown };
  const decision = useDecision(String(application.id));
  const { nextPendingId: next, typeLabel, number, state, outcome } = application;
  return (
    <Page
      title={
        <>
          {typeLabel} <ApplicationTag state={state} outcome={outcome} />
        </>
      }
      name={`${number} ${typeLabel}`}
      back={{ to: QUEUE_HREF, label: '证明审核' }}
      actions={
        <>
          <span className="figures">{number}</span>
          <KeyHint keys={keysOf(application)} />
        </>
      }
    >
      <Verdict application={application} decision={decision} />
      <div className="desk">
        <div className="desk-facts">
          <Facts application={application} />
          <Findings findings={application.findings} />
          <Standing application={application} />
          <Timeline entries={application.timeline} />
        </div>
        <div className="desk-letter">
          <Letter application={application} />
        </div>
      </div>
      <Decision
        application={application}
        decision={decision}
        onNext={next === null ? undefined : () => void navigate(applicationHref({ id: next }), { state: cameFrom })}
      />
    </Page>
  );
}

/** The keys that do something here now. */
function keysOf({ permits, nextPendingId }: StaffApplicationDetail): [string, string][] {
  const keys: [string, string, boolean][] = [
    ['a', '通过', permits.approve],
    ['r', '驳回', permits.reject],
    ['n', '下一份', nextPendingId !== null],
  ];
  return keys.filter(([, , works]) => works).map(([key, does]) => [key, does]);
}

/** What has just been decided here, or that somebody else was first. */
function Verdict({
  application,
  decision,
}: {
  application: StaffApplicationDetail;
  decision: ReturnType<typeof useDecision>;
}) {
  const { outcome, decidedBy, decidedAt, state } = application;
  if (decision.isSuccess && outcome) {
    return <Alert type="success" showIcon role="status" title={outcome === 'approved' ? '已通过' : '已驳回'} />;
  }
  // While it is still pending the refusal stands in the decision bar, beside the button that caused it.
  if (!decision.isError || state === 'pending') return null;
  const who = outcome ? `${decidedBy} 已于 ${formatInstant(decidedAt)} ${OUTCOMES[outcome]}` : '申请人已撤回';
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={sentenceOf(decision.error)}
      description={`${who}，您的操作没有生效。`}
    />
  );
}
