import { CORRECTION_STATES, type CorrectionState } from '../../../bff/contract/corrections/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<CorrectionState, Tone> = { open: 'wait', adopted: 'good', refused: 'bad', withdrawn: 'still' };

export function CorrectionTag({ state }: { state: CorrectionState }) {
  return <StateTag tone={TONES[state]} label={CORRECTION_STATES[state]} />;
}
