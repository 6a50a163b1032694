import { CORRECTION_STATES, type CorrectionState } from '../../../bff/contract/corrections/enums.ts';
import { StateTag, type Tone } from '../../ui/marks/state-tag.tsx';

const TONES = { open: 'waiting', adopted: 'good', refused: 'bad', withdrawn: 'quiet' } as const satisfies Record<
  CorrectionState,
  Tone
>;

/** Where a request for correction stands. */
export const CorrectionTag = ({ state }: { state: CorrectionState }) => (
  <StateTag tone={TONES[state]}>{CORRECTION_STATES[state]}</StateTag>
);
