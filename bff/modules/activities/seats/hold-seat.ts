import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofRegistration } from '../../../subject.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Registration } from '../model.ts';
import { inWords } from '../rules.ts';

const MINUTE_MS = 60_000;

/** Until when a seat that is taken now is held for its payment, by the setting of the office. */
export async function payUntilOf(t: Transaction): Promise<number> {
  return clock.now() + (await readSettings(t)).activityHoldMinutes * MINUTE_MS;
}

/** Notes that a seat is held until its fee is paid, and has it released afterwards. */
export async function noteHeld(
  { registration, by }: { registration: Registration; by: Actor | null },
  t: Transaction,
): Promise<void> {
  const { id, payUntil } = registration;
  if (payUntil === null) return;
  await writeEvent({ subject: ofRegistration(id), event: 'held', by, note: `请于${inWords(payUntil)}前支付` }, t);
  await enqueue('release-unpaid', { registrationId: id }, { t, runAt: payUntil });
}
