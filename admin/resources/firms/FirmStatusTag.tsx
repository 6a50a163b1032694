import { FIRM_STATUSES, type FirmStatus } from '../../../bff/contract/registry/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<FirmStatus, Tone> = { active: 'good', suspended: 'alert', cancelled: 'still' };

export function FirmStatusTag({ status }: { status: FirmStatus }) {
  return <StateTag tone={TONES[status]} label={FIRM_STATUSES[status]} />;
}
