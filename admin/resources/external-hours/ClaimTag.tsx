import { CLAIM_STATES, type ClaimState } from '../../../bff/contract/external-hours/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<ClaimState, Tone> = {
  waiting: 'wait',
  returned: 'alert',
  accepted: 'good',
  refused: 'bad',
  withdrawn: 'still',
  revoked: 'bad',
};

export function ClaimTag({ state }: { state: ClaimState }) {
  return <StateTag tone={TONES[state]} label={CLAIM_STATES[state]} />;
}
