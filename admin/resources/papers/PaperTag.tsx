import { PAPER_STATES, type PaperState } from '../../../bff/contract/papers/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<PaperState, Tone> = {
  awaiting_payment: 'alert',
  to_print: 'wait',
  to_collect: 'wait',
  to_mail: 'wait',
  mailed: 'busy',
  completed: 'good',
  voided: 'still',
};

export function PaperTag({ state }: { state: PaperState }) {
  return <StateTag tone={TONES[state]} label={PAPER_STATES[state]} />;
}
