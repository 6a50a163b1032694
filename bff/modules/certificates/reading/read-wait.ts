import { z } from 'zod';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { countRow } from '../../../platform/db/rows.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { minutesOfWorkingDay, openMinutesBetween } from '../../office-hours/calendar.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';
import type { Application } from '../model.ts';

/** Decisions of so many days make the usual time; of fewer than so many it would be an accident, and none is named. */
const WINDOW_DAYS = 30;
const ENOUGH = 10;
/** The median of so many is that of all. */
const SAMPLE = 1_000;
/** Every page of an application that waits asks; the median of a month does not change within minutes. */
const KEPT_MS = 5 * 60_000;
/** Nobody needs to know more exactly how long a queue is. */
const LONGEST = 1_000;

let kept: { usual: Wait['usual']; readAt: number } | undefined;
keepsState(() => {
  kept = undefined;
});

/** Where a waiting application stands. */
export interface Wait {
  /** 1: it is the next one. At most LONGEST. */
  place: number;
  /** Open minutes from submission to a person's decision, the median of the last 30 days; null: too few to say. */
  usual: { minutes: number; workdayMinutes: number } | null;
}

/** Where a waiting application stands in the order in which reviewers see them, and how long it usually takes. */
export async function readWait({ id, submittedAt }: Application): Promise<Wait> {
  const [before] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM applications
     WHERE state = 'pending' AND submitted_at <= ? AND (submitted_at < ? OR id < ?) LIMIT ?) AS earlier`,
    [submittedAt, submittedAt, id, LONGEST - 1],
  );
  return { place: (before?.n ?? 0) + 1, usual: await readUsual() };
}

/** How long a person's decision usually takes, as members are told; null: too few to say. */
export async function readUsual(): Promise<Wait['usual']> {
  const age = clock.now() - (kept?.readAt ?? 0);
  // A clock that was set back makes it old as well.
  if (kept && age >= 0 && age < KEPT_MS) return kept.usual;
  // By the covering index of the statistics. What had to be completed took its member's time as well.
  const decided = await select(
    z.strictObject({ submittedAt: z.number(), decidedAt: z.number() }),
    `SELECT submitted_at AS submittedAt, decided_at AS decidedAt FROM applications
     WHERE review_mode = 'manual' AND decided_at >= ? AND member_ms = 0 ORDER BY decided_at DESC LIMIT ?`,
    [clock.now() - WINDOW_DAYS * DAY_MS, SAMPLE],
  );
  const calendar = await readCalendar('service');
  const took = decided
    .map(({ submittedAt, decidedAt }) => openMinutesBetween(calendar, submittedAt, decidedAt))
    .sort((a, b) => a - b);
  // An even number has two in the middle; the lower one is told.
  const middle = took[Math.floor((took.length - 1) / 2)];
  const usual =
    middle !== undefined && took.length >= ENOUGH
      ? { minutes: Math.round(middle), workdayMinutes: minutesOfWorkingDay(calendar) }
      : null;
  kept = { usual, readAt: clock.now() };
  return usual;
}
