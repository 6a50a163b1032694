import { CLAIM_STATES, type ClaimState } from '../../../bff/contract/external-hours/enums.ts';
import { StateTag, type Tone } from '../../ui/marks/state-tag.tsx';

const TONES = {
  waiting: 'waiting',
  returned: 'due',
  accepted: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
  revoked: 'bad',
} as const satisfies Record<ClaimState, Tone>;

/** Where a claim stands. */
export const ClaimTag = ({ state }: { state: ClaimState }) => (
  <StateTag tone={TONES[state]}>{CLAIM_STATES[state]}</StateTag>
);
