import { APPLICATION_STATES, OUTCOMES, type ApplicationState, type Outcome } from '../../../bff/contract/enums.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

const OUTCOME_TONES = { approved: 'good', rejected: 'bad' } as const satisfies Record<Outcome, Tone>;
const STATE_TONES = { pending: 'waiting', decided: 'good', withdrawn: 'quiet' } as const satisfies Record<
  ApplicationState,
  Tone
>;

/** Where an application stands, in one word: the result once there is one. */
export function ApplicationTag({ state, outcome }: { state: ApplicationState; outcome: Outcome | null }) {
  if (outcome) return <OutcomeTag outcome={outcome} />;
  return <StateTag tone={STATE_TONES[state]}>{APPLICATION_STATES[state]}</StateTag>;
}

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  return <StateTag tone={OUTCOME_TONES[outcome]}>{OUTCOMES[outcome]}</StateTag>;
}
