import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import type { PresenceOutcome, PresenceWay, RegistrationEvent } from '../../../contract/activities/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Presence } from './model.ts';
import { orderSettling } from './order-settling.ts';

/** What is known of somebody's coming. */
export interface Seen {
  outcome: PresenceOutcome;
  arrivedAt: number | null;
  leftAt: number | null;
  way: PresenceWay;
}

const EVENTS: Record<PresenceOutcome, RegistrationEvent> = { present: 'checked_in', absent: 'absent' };

/** Writes what counts for a registration, over what counted before, with a line in its timeline. Activity and registration are locked. */
export async function writePresence(
  { registrationId, seen, by }: { registrationId: number; seen: Seen; by: Actor | null },
  t: Transaction,
): Promise<void> {
  const where = { registrationId };
  const row = {
    ...seen,
    byId: by?.accountId ?? null,
    byName: by?.name ?? '',
    recordedAt: clock.now(),
  };
  const stored = await Presence.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
  if (stored) await stored.update(row, { transaction: t });
  else await Presence.create({ ...row, ...where }, { transaction: t });
  await writeEvent({ subject: ofRegistration(registrationId), event: EVENTS[seen.outcome], by }, t);
  await orderSettling({ registrationId }, t);
}

/** Takes back what was recorded: nothing is known any more. Activity and registration are locked. */
export async function erasePresence(
  { registrationId, by }: { registrationId: number; by: Actor | null },
  t: Transaction,
): Promise<void> {
  await Presence.destroy({ where: { registrationId }, transaction: t });
  await writeEvent({ subject: ofRegistration(registrationId), event: 'presence_undone', by }, t);
  await orderSettling({ registrationId }, t);
}
