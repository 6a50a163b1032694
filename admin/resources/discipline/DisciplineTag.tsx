import { DISCIPLINE_STATES, type DisciplineState } from '../../../bff/contract/registry/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<DisciplineState, Tone> = {
  open: 'wait',
  effective: 'alert',
  re_examination: 'wait',
  dismissed: 'still',
};

export function DisciplineTag({ state }: { state: DisciplineState }) {
  return <StateTag tone={TONES[state]} label={DISCIPLINE_STATES[state]} />;
}
