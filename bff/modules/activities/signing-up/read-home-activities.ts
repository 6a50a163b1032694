import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import type { HomeActivities, HomeTask } from '../../../contract/home/replies.ts';
import { LIVE_STATES, REGISTRATION_STATES, type RegistrationState } from '../../../contract/activities/enums.ts';
import { toIso } from '../../../contract/dates.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { flag } from '../../../platform/db/rows.ts';

/** More registrations than this no lawyer has at once. */
const MAX_COMING = 50;

const comingRow = z.strictObject({
  activityId: z.int(),
  title: z.string(),
  place: z.string(),
  beginsAt: z.int(),
  state: oneOf(REGISTRATION_STATES),
  offerUntil: z.int().nullable(),
  byFirmId: z.int().nullable(),
  /** Why it was cancelled at short notice; '' where it was not. */
  cancelReason: z.string(),
  isCancelled: flag,
});

/** What the lawyer is in and that is still to come, or was until it was cancelled at short notice, the next first. */
function readComing(lawyerId: number, now: number) {
  const live = inList(LIVE_STATES);
  return select(
    comingRow,
    `SELECT a.id AS activityId, a.title, a.place, a.begins_at AS beginsAt, r.state, r.offer_until AS offerUntil,
      r.by_firm_id AS byFirmId, a.cancel_reason AS cancelReason, a.cancelled_urgently AS isCancelled
     FROM activity_registrations r JOIN activities a ON a.id = r.activity_id
     WHERE r.lawyer_id = ? AND (r.state IN ${live.sql} OR r.state = 'void') AND a.ends_at > ?
      AND (a.cancelled_urgently = 1 OR (r.state <> 'void' AND a.begins_at > ? AND a.state IN ('published', 'hidden')))
     ORDER BY a.begins_at, a.id LIMIT ?`,
    [lawyerId, ...live.values, now, now, MAX_COMING],
  );
}

/** Whether the lawyer is asked to confirm: a seat from the waiting list, or what the firm has signed him up for. */
const isAsked = ({ state }: { state: RegistrationState }): boolean => state === 'offered' || state === 'invited';

/** Activities of the lawyer's home page; null for a firm. */
export async function homeActivities(actor: MemberActor): Promise<HomeActivities | null> {
  if (actor.kind !== 'lawyer') return null;
  const all = await readComing(actor.lawyerId, clock.now());
  const [coming, called] = [
    all.filter(({ isCancelled }) => !isCancelled),
    all.filter(({ isCancelled }) => isCancelled),
  ];
  const next = coming.find(({ state }) => state === 'registered');
  return {
    offers: coming.filter(isAsked).length,
    coming: coming.length,
    next: next
      ? { activityId: next.activityId, title: next.title, place: next.place, beginsAt: toIso(next.beginsAt) }
      : null,
    calledOff: called.map(({ activityId, title, beginsAt, cancelReason }) => ({
      activityId,
      title,
      beginsAt: toIso(beginsAt),
      reason: cancelReason,
    })),
  };
}

/** The next activity that a lawyer has a seat in; null: none. */
export async function nextActivityOf(lawyerId: number): Promise<{ title: string; beginsAt: number } | null> {
  const next = (await readComing(lawyerId, clock.now())).find(({ state }) => state === 'registered');
  return next ? { title: next.title, beginsAt: next.beginsAt } : null;
}

/**
 * The task of the home page that asks the lawyer to accept the seat offered first: unanswered, it goes to somebody else.
 */
export async function offerTask({ actor, part }: OfferGlance): Promise<HomeTask | null> {
  if (actor.kind !== 'lawyer' || !(await part('activities'))?.offers) return null;
  const now = clock.now();
  const offers = (await readComing(actor.lawyerId, now)).filter((one) => !one.isCancelled && isAsked(one));
  const [first] = offers.sort((a, b) => (a.offerUntil ?? Infinity) - (b.offerUntil ?? Infinity));
  if (!first) return null;
  return {
    kind: 'offer',
    title: first.byFirmId === null ? '活动候补到位，请确认' : '本所代为报名，请确认',
    words: first.title,
    percent: null,
    until: toIso(first.offerUntil),
    page: `activity?id=${first.activityId}`,
    act: '去确认',
  };
}

/** Which part of the home page the task is made of. */
interface OfferGlance {
  actor: MemberActor;
  part(name: 'activities'): Promise<HomeActivities | null>;
}
