import {
  APPLICATION_STATES,
  CERTIFICATE_STANDINGS,
  type ApplicationState,
  type CertificateStanding,
} from '../../bff/contract/certificates/enums.ts';
import { OUTCOMES, type Outcome } from '../../bff/contract/review/enums.ts';
import { StateTag, type Tone } from '../ui/marks/state-tag.tsx';

const OUTCOME_TONES = { approved: 'good', rejected: 'bad' } as const satisfies Record<Outcome, Tone>;
const STATE_TONES = {
  pending: 'waiting',
  returned: 'due',
  decided: 'quiet',
  withdrawn: 'quiet',
  lapsed: 'quiet',
} as const satisfies Record<ApplicationState, Tone>;

/** Where an application stands, in one word: the result once there is one, and what has become of its certificate. */
export function ApplicationTag({
  state,
  outcome,
  standing,
}: {
  state: ApplicationState;
  outcome: Outcome | null;
  standing: CertificateStanding | null;
}) {
  if (standing && standing !== 'valid') return <StandingTag standing={standing} />;
  if (outcome) return <OutcomeTag outcome={outcome} />;
  return <ApplicationStateTag state={state} />;
}

/** Whether it waits, and for whom, whatever the result. */
export function ApplicationStateTag({ state }: { state: ApplicationState }) {
  return <StateTag tone={STATE_TONES[state]}>{APPLICATION_STATES[state]}</StateTag>;
}

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  return <StateTag tone={OUTCOME_TONES[outcome]}>{OUTCOMES[outcome]}</StateTag>;
}

/** A certificate that no longer counts; red only where it was taken back. */
export function StandingTag({ standing }: { standing: Exclude<CertificateStanding, 'valid'> }) {
  return <StateTag tone={standing === 'revoked' ? 'bad' : 'quiet'}>{CERTIFICATE_STANDINGS[standing]}</StateTag>;
}
