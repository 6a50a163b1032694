import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { addDays, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { ROLES } from '../../../contract/accounts/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { RATINGS } from '../../../contract/ratings/enums.ts';
import { RATING_DAYS } from '../../../contract/ratings/limits.ts';
import { TICKET_STEPS } from '../../../contract/ticket-statistics/enums.ts';
import { TICKET_CATEGORIES } from '../../../contract/tickets/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { TicketCount } from './model.ts';
import { measuresOf } from './rules.ts';

/** A rating changes the day on which its ticket was solved; nothing changes an earlier one. */
const DAYS = RATING_DAYS + 2;

/**
 * Counts the steps of the last days and holds the counters against it. A day that differs is put right, and the log says
 * so: somebody has written past the acts. Answers the days that differed.
 */
export async function checkCounts(): Promise<string[]> {
  const wrong: string[] = [];
  for (let back = 1; back <= DAYS; back++) {
    const day = addDays(clock.today(), -back);
    const differing = await transaction((t) => checkDay(day, t));
    if (differing > 0) wrong.push(day);
  }
  return wrong;
}

async function checkDay(day: string, t: Transaction): Promise<number> {
  // The counters first: who has written a step, and not counted it yet, waits for them.
  const counters = await TicketCount.findAll({
    where: { countedOn: day },
    order: ['category', 'role', 'personId', 'measure'],
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  const counted = await countSteps(day, t);
  let differing = 0;
  for (const one of counters) {
    const key = keyOf(one);
    const n = counted.get(key)?.n ?? 0;
    counted.delete(key);
    if (one.n === n) continue;
    differing++;
    await one.update({ n }, { transaction: t });
  }
  for (const { n, place } of counted.values()) {
    differing++;
    await TicketCount.create({ countedOn: day, ...place, n }, { transaction: t });
  }
  if (differing > 0) await writeAudit({ ...REPAIRED, target: day, detail: `${differing}项` }, t);
  return differing;
}

const REPAIRED = { actor: null, action: 'ticket.counts-repaired', targetKind: 'settings', targetId: 0 } as const;

type Place = Pick<TicketCount, 'category' | 'role' | 'personId' | 'measure'>;
const keyOf = ({ category, role, personId, measure }: Place) => [category, role, personId, measure].join(' ');

const stepRow = z.strictObject({
  category: oneOf(TICKET_CATEGORIES),
  role: oneOf(ROLES),
  personId: z.int(),
  step: oneOf(TICKET_STEPS),
  isWithin: flag.nullable(),
  minutes: z.int().nullable(),
  rating: oneOf(RATINGS).nullable(),
});

async function countSteps(day: string, t: Transaction): Promise<Map<string, { n: number; place: Place }>> {
  const steps = await select(
    stepRow,
    `SELECT category, role, person_id AS personId, step, is_within AS isWithin, minutes, rating
     FROM ticket_steps WHERE counted_on = ?`,
    [day],
    t,
  );
  const counted = new Map<string, { n: number; place: Place }>();
  for (const { category, role, personId, isWithin, ...step } of steps) {
    for (const measure of measuresOf({ ...step, isWithin: isWithin === null ? null : isWithin === 1 })) {
      const place = { category, role, personId, measure };
      const key = keyOf(place);
      counted.set(key, { n: (counted.get(key)?.n ?? 0) + 1, place });
    }
  }
  return counted;
}

/** Shanghai time at which nobody answers, and the day before is whole. */
const NIGHT_MS = 3.5 * HOUR_MS;

/** Asks for the next night's look; every process may ask, it is done once. */
export async function scheduleCheck(): Promise<void> {
  const tonight = startOfShanghaiDay(clock.today()) + NIGHT_MS;
  const runAt = tonight > clock.now() ? tonight : startOfShanghaiDay(addDays(clock.today(), 1)) + NIGHT_MS;
  await transaction((t) => enqueue('check-ticket-counts', {}, { t, dedupeKey: `check-ticket-counts:${runAt}`, runAt }));
}
