import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import type { PresenceOutcome, PresenceWay, RegistrationEvent } from '../../../contract/activities/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Registration } from '../model.ts';
import { Presence } from './model.ts';
import { orderSettling } from './order-settling.ts';

/** What is known of somebody's coming. */
export interface Seen {
  outcome: PresenceOutcome;
  arrivedAt: number | null;
  leftAt: number | null;
  way: PresenceWay;
  /** Of an online activity; absent: that is not known. */
  minutes?: number;
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
    minutes: seen.minutes ?? null,
    byId: by?.accountId ?? null,
    byName: by?.name ?? '',
    recordedAt: clock.now(),
    // What was said of an earlier record is not said of this one.
    excusedAt: null,
    excusedBy: '',
    excuseReason: '',
    warnedAt: null,
  };
  const stored = await Presence.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
  const wasAbsent = stored?.outcome === 'absent';
  if (stored) await stored.update(row, { transaction: t });
  else await Presence.create({ ...row, ...where }, { transaction: t });
  await writeEvent({ subject: ofRegistration(registrationId), event: EVENTS[seen.outcome], by }, t);
  await orderSettling({ registrationId }, t);
  if (seen.outcome === 'absent' || wasAbsent) await orderWeighing(registrationId, t);
}

/** What absences lead to is judged by a job, which locks the lawyer first. */
async function orderWeighing(registrationId: number, t: Transaction): Promise<void> {
  const { lawyerId } = await Registration.findByPk(registrationId, {
    attributes: ['lawyerId'],
    transaction: t,
    rejectOnEmpty: true,
  });
  await enqueue('weigh-absences', { lawyerId }, { t });
}

/** Takes back what was recorded: nothing is known any more. Activity and registration are locked. */
export async function erasePresence(
  { registrationId, by }: { registrationId: number; by: Actor | null },
  t: Transaction,
): Promise<void> {
  const stored = await Presence.findOne({ where: { registrationId }, transaction: t });
  await stored?.destroy({ transaction: t });
  await writeEvent({ subject: ofRegistration(registrationId), event: 'presence_undone', by }, t);
  await orderSettling({ registrationId }, t);
  if (stored?.outcome === 'absent') await orderWeighing(registrationId, t);
}
