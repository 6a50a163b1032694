import { MATTER_STATES, type MatterState } from '../../../bff/contract/matters/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<MatterState, Tone> = { open: 'wait', revoked: 'bad', replaced: 'still', upheld: 'good' };

export function MatterTag({ state }: { state: MatterState }) {
  return <StateTag tone={TONES[state]} label={MATTER_STATES[state]} />;
}
