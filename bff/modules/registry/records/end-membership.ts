import { clock } from '../../../platform/clock/clock.ts';
import { refuse } from './record-kind.ts';

interface Ending {
  /** The status of a firm or of a lawyer. */
  status: string;
  cancelledOn: string | null;
}

/**
 * The day to keep for a member who is or becomes cancelled: the one given, else the one on record, else today; null for
 * everybody else. `since` is the member's own first day. Throws `invalid_fields`.
 */
export function cancellationDay(input: Ending, stored: Ending | null, since: string): string | null {
  const { status, cancelledOn } = input;
  if (status !== 'cancelled') {
    if (cancelledOn !== null) refuse({ cancelledOn: '状态为“注销”时才填写注销日期，请清空或更改状态' });
    return null;
  }
  const today = clock.today();
  const on = cancelledOn ?? (stored?.status === 'cancelled' ? stored.cancelledOn : today);
  if (on !== null && on > today) refuse({ cancelledOn: '注销日期不能晚于今天' });
  if (on !== null && on < since) refuse({ cancelledOn: `注销日期不能早于${since}` });
  return on;
}
