import {
  DAY_MS,
  addDays,
  daysUntil,
  endOfShanghaiDay,
  startOfShanghaiDay,
  toShanghaiDate,
} from '../../contract/dates.ts';
import { day } from '../../contract/reply-parts.ts';
import { z } from 'zod';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { signer } from '../../platform/signer/signer.ts';
import type { OverviewReply } from '../../contract/operations/endpoints.ts';
import { readOverdueBefore } from '../office-hours/read-overdue.ts';
import { readUsual } from '../certificates/reading/read-wait.ts';
import { countRow } from '../../platform/db/rows.ts';

const TREND_DAYS = 14;
const STATISTICS_DAYS = 30;

/** Numbers of the 工作台. */
export async function readOverview(): Promise<OverviewReply> {
  const now = clock.now();
  const today = startOfShanghaiDay(clock.today());
  const since = now - STATISTICS_DAYS * DAY_MS;
  const overdueBefore = await readOverdueBefore();
  const [overdue, submittedToday, issuedToday, failedJobs, waiting, automatic, decided, usual, perDay] =
    await Promise.all([
      count(
        "applications WHERE state = 'pending' AND submitted_at < ? AND submitted_at + member_ms < ?",
        overdueBefore,
        overdueBefore,
      ),
      count('applications WHERE submitted_at >= ?', today),
      count('certificates WHERE issued_at >= ?', today),
      count("jobs WHERE state = 'dead'"),
      count("applications WHERE issue_state = 'waiting'"),
      count("applications WHERE state = 'decided' AND review_mode = 'automatic' AND submitted_at >= ?", since),
      count("applications WHERE state = 'decided' AND submitted_at >= ?", since),
      readUsual(),
      submittedPerDay(),
    ]);
  return {
    overdue,
    submittedToday,
    issuedToday,
    failedJobs,
    signing: {
      fault: signer.fault(),
      until: toShanghaiDate(signer.validUntil),
      daysLeft: daysUntil(signer.validUntil, now),
      isUntrusted: signer.isSandbox && Boolean(env.SIGNER_KEY_FILE),
      isUnsealed: signer.unsealed('certificates') !== null,
      waiting,
    },
    automaticShare: decided === 0 ? null : Math.round((automatic / decided) * 100),
    usual,
    perDay,
  };
}

async function count(where: string, ...values: number[]): Promise<number> {
  const [row] = await select(countRow, `SELECT COUNT(*) AS n FROM ${where}`, values);
  return row?.n ?? 0;
}

const dayRow = z.strictObject({ date: day, n: z.int() });

async function submittedPerDay(): Promise<OverviewReply['perDay']> {
  const first = addDays(clock.today(), -(TREND_DAYS - 1));
  const days = Array.from({ length: TREND_DAYS }, (_, i) => addDays(first, i));
  const rows = await select(
    dayRow,
    days
      .map(() => 'SELECT ? AS date, COUNT(*) AS n FROM applications WHERE submitted_at >= ? AND submitted_at < ?')
      .join(' UNION ALL '),
    days.flatMap((date) => [date, startOfShanghaiDay(date), endOfShanghaiDay(date)]),
  );
  const byDate = new Map(rows.map(({ date, n }) => [date, n]));
  return days.map((date) => ({ date, submitted: byDate.get(date) ?? 0 }));
}
