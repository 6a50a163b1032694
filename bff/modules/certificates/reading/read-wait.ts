import { z } from 'zod';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { countRow } from '../../../platform/db/rows.ts';
import { keepsState } from '../../../platform/singletons.ts';
import type { Application } from '../model.ts';

/** Decisions of so many days make the usual time; of fewer than so many it would be an accident, and none is named. */
const WINDOW_DAYS = 30;
const ENOUGH = 10;
/** Every page of an application that waits asks; the median of a month does not change within minutes. */
const KEPT_MS = 5 * 60_000;
/** Nobody needs to know more exactly how long a queue is. */
const LONGEST = 1_000;

let kept: { minutes: number | null; readAt: number } | undefined;
keepsState(() => {
  kept = undefined;
});

/** Where a waiting application stands. */
export interface Wait {
  /** 1: it is the next one. At most LONGEST. */
  place: number;
  /** Minutes from submission to a person's decision, the median of the last 30 days; null: too few to say. */
  usualMinutes: number | null;
}

/** Where a waiting application stands in the order in which reviewers see them, and how long it usually takes. */
export async function readWait({ id, submittedAt }: Application): Promise<Wait> {
  const [before] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM applications
     WHERE state = 'pending' AND submitted_at <= ? AND (submitted_at < ? OR id < ?) LIMIT ?) AS earlier`,
    [submittedAt, submittedAt, id, LONGEST - 1],
  );
  return { place: (before?.n ?? 0) + 1, usualMinutes: await usualMinutes() };
}

async function usualMinutes(): Promise<number | null> {
  if (kept && clock.now() - kept.readAt < KEPT_MS) return kept.minutes;
  const rows = await select(
    z.strictObject({ ms: z.number(), n: z.int() }),
    // By the covering index of the statistics; of an even number, the lower of the middle two.
    `SELECT ms, n FROM (
       SELECT decided_at - submitted_at - member_ms AS ms, COUNT(*) OVER () AS n,
         ROW_NUMBER() OVER (ORDER BY decided_at - submitted_at - member_ms) AS place
       FROM applications WHERE review_mode = 'manual' AND decided_at >= ?
     ) AS placed WHERE place * 2 IN (n, n + 1)`,
    [clock.now() - WINDOW_DAYS * DAY_MS],
  );
  const [middle] = rows;
  const minutes = middle && middle.n >= ENOUGH ? Math.max(1, Math.round(middle.ms / 60_000)) : null;
  kept = { minutes, readAt: clock.now() };
  return minutes;
}
