import type { Transaction } from 'sequelize';
import { isMobile } from '../../../contract/text.ts';
import { toShanghaiMinute } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { hasTemplate } from '../../../platform/sms/sms.ts';
import { textLater } from '../../outbox/texts/text-later.ts';
import { roomFor } from '../../outbox/texts/text-quota.ts';
import { numbersOf } from '../../registry/contacts/numbers-of.ts';
import type { Activity, Registration } from '../model.ts';

/**
 * Tells a lawyer by text that an activity is cancelled at short notice: who is on the way reads no mail. One number is told,
 * the one that the lawyer confirmed before the registered one; who has neither is told by inbox, mail and WeChat alone, as
 * everybody is where the provider has no template for it.
 */
export async function textCancellation(
  { activity, registration }: { activity: Activity; registration: Registration },
  t: Transaction,
): Promise<void> {
  if (!hasTemplate('cancelled')) return;
  const number = (await numbersOf({ kind: 'lawyer', id: registration.lawyerId }, t)).find(isMobile);
  if (number === undefined) return;
  const params = { what: activity.title, when: shortly(activity.beginsAt) };
  // It is worth little later: it waits among notices of accounts only where the provider would refuse it otherwise.
  const isRoom = (await roomFor(number, 'owner', t)) <= clock.now();
  await textLater({ number, template: 'cancelled_text', budget: isRoom ? 'owner' : 'notice', params }, t);
}

/** 12月11日14:00, which a place of a template has room for. */
function shortly(instant: number): string {
  const [, month = '', day = '', time = ''] = /^\d{4}-(\d{2})-(\d{2}) (.*)$/.exec(toShanghaiMinute(instant)) ?? [];
  return `${Number(month)}月${Number(day)}日${time}`;
}
