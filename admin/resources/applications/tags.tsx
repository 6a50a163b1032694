import {
  APPLICATION_STATES,
  CERTIFICATE_STANDINGS,
  ISSUE_STATES,
  type ApplicationState,
  type CertificateStanding,
  type IssueState,
} from '../../../bff/contract/certificates/enums.ts';
import type { QueueRow } from '../../../bff/contract/certificates/endpoints.ts';
import { APPROVAL_WAYS, OUTCOMES, type Outcome } from '../../../bff/contract/review/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { formatMinutes } from '../../ui/dates.ts';

/** One tag for state and outcome: a decided application is 通过 or 驳回, which says that it is decided. */
export function ApplicationTag({ state, outcome }: { state: ApplicationState; outcome: Outcome | null }) {
  if (state === 'pending') return <StateTag tone="wait" label={APPLICATION_STATES.pending} />;
  if (state === 'returned') return <StateTag tone="busy" label={APPLICATION_STATES.returned} />;
  if (state === 'withdrawn' || !outcome) return <StateTag tone="still" label={APPLICATION_STATES[state]} />;
  return <StateTag tone={outcome === 'approved' ? 'good' : 'bad'} label={OUTCOMES[outcome]} />;
}

const ISSUE_TONES: Record<IssueState, Tone> = { issuing: 'busy', waiting: 'alert', issued: 'good', failed: 'alert' };

export function IssueTag({ state }: { state: IssueState | null }) {
  return state ? <StateTag tone={ISSUE_TONES[state]} label={ISSUE_STATES[state]} /> : <>—</>;
}

const STANDING_TONES: Record<CertificateStanding, Tone> = {
  valid: 'good',
  revoked: 'bad',
  replaced: 'still',
  expired: 'still',
};

/** What an issued certificate is worth today; before that how far its document has come. */
export function CertificateTag({
  issue,
  standing,
}: {
  issue: IssueState | null;
  standing: CertificateStanding | null;
}) {
  if (standing === null) return <IssueTag state={issue} />;
  return <StateTag tone={STANDING_TONES[standing]} label={CERTIFICATE_STANDINGS[standing]} />;
}

/** How long an application has been waiting, nights and holidays included, with the mark 逾期 after one working day. */
export function Age({ row: { ageMinutes, isOverdue } }: { row: Pick<QueueRow, 'ageMinutes' | 'isOverdue'> }) {
  return (
    <span className="age" title="含非办公时间；超过1个工作日为逾期">
      {formatMinutes(ageMinutes)} {isOverdue && <StateTag tone="alert" label="逾期" />}
    </span>
  );
}

/** How it may be approved; where somebody has to read it, why. */
export function Way({ row: { way, unchecked } }: { row: Pick<QueueRow, 'way' | 'unchecked'> }) {
  return <span title={unchecked.join('、')}>{APPROVAL_WAYS[way]}</span>;
}

/** What was found: what nobody can settle first, and apart from what a reviewer can. */
export function Doubts({ row: { doubts, contradictions } }: { row: Pick<QueueRow, 'doubts' | 'contradictions'> }) {
  if (doubts + contradictions === 0) return <StateTag tone="good" label="无存疑" />;
  return (
    <span className="doubts">
      {contradictions > 0 && <StateTag tone="bad" label={`${contradictions}项矛盾`} />}
      {doubts > 0 && <StateTag tone="wait" label={`${doubts}项存疑`} />}
    </span>
  );
}
