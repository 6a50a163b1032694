import { LAWYER_STATUSES, type LawyerStatus } from '../../../bff/contract/registry/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<LawyerStatus, Tone> = { active: 'good', suspended: 'alert', cancelled: 'still' };

export function LawyerStatusTag({ status }: { status: LawyerStatus }) {
  return <StateTag tone={TONES[status]} label={LAWYER_STATUSES[status]} />;
}
