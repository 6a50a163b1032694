import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { addDays, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import type { ProgressState } from '../../../contract/profile-progress/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { ProfileCount, ProfileProgress } from './model.ts';
import { addTo, ALL_FIRMS, EVERYBODY } from './move-count.ts';

/** Lawyers looked at in one transaction. */
const BATCH = 500;

const differing = z.strictObject({
  lawyerId: z.int(),
  firmId: z.int(),
  state: z.string(),
  isMember: flag,
  progressId: z.int().nullable(),
});

/**
 * Holds every row of progress against the registry and the profiles, then the counters against these rows, and puts
 * right what differs: somebody has written past the acts. Answers how much did; the log says so.
 */
export async function checkCounts(): Promise<number> {
  let wrong = 0;
  for (let after = 0; ;) {
    const last = await lastOfBatch(after);
    if (last === null) break;
    wrong += await transaction((t) => mendProgress(after, last, t));
    after = last;
  }
  wrong += await transaction(mendCounters);
  if (wrong > 0) await transaction((t) => writeAudit({ ...REPAIRED, detail: `${wrong}项` }, t));
  return wrong;
}

const REPAIRED = {
  actor: null,
  action: 'profile.counts-repaired',
  targetKind: 'settings',
  targetId: 0,
  target: '信息补全计数',
} as const;

async function lastOfBatch(after: number): Promise<number | null> {
  const ids = await select(z.strictObject({ id: z.int() }), 'SELECT id FROM lawyers WHERE id > ? ORDER BY id LIMIT ?', [
    after,
    BATCH,
  ]);
  return ids.at(-1)?.id ?? null;
}

async function mendProgress(after: number, last: number, t: Transaction): Promise<number> {
  const rows = await select(
    differing,
    `SELECT lawyerId, firmId, state, isMember, progressId FROM (
       SELECT l.id AS lawyerId, COALESCE(l.firm_id, 0) AS firmId, COALESCE(p.state, 'untouched') AS state,
         CASE WHEN l.status = 'cancelled' THEN 0 ELSE 1 END AS isMember, s.id AS progressId,
         s.firm_id AS wasFirm, s.state AS wasState, s.is_member AS wasMember
       FROM lawyers l LEFT JOIN profiles p ON p.lawyer_id = l.id LEFT JOIN profile_standings s ON s.lawyer_id = l.id
       WHERE l.id > ? AND l.id <= ?) x
     WHERE progressId IS NULL OR wasFirm <> firmId OR wasState <> state OR wasMember <> isMember`,
    [after, last],
    t,
  );
  for (const { lawyerId, firmId, state, isMember, progressId } of rows) {
    const columns = { firmId, state: state as ProgressState, isMember: isMember === 1 };
    if (progressId === null) await ProfileProgress.create({ lawyerId, ...columns }, { transaction: t });
    else await ProfileProgress.update(columns, { where: { id: progressId }, transaction: t });
  }
  return rows.length;
}

const count = z.strictObject({ firmId: z.int(), state: z.string(), n: z.int() });

async function mendCounters(t: Transaction): Promise<number> {
  // The counters first: whoever has moved somebody, and not counted it yet, waits for them.
  const kept = await ProfileCount.findAll({
    where: { campaignId: EVERYBODY },
    order: [
      ['firmId', 'DESC'],
      ['state', 'ASC'],
    ],
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  const rows = await select(
    count,
    'SELECT firm_id AS firmId, state, COUNT(*) AS n FROM profile_standings WHERE is_member = 1 GROUP BY firm_id, state',
    [],
    t,
  );
  const counted = new Map<string, { firmId: number; state: ProgressState; n: number }>();
  for (const { firmId, state, n } of rows) {
    for (const firm of [firmId, ALL_FIRMS]) {
      const key = `${firm} ${state}`;
      counted.set(key, { firmId: firm, state: state as ProgressState, n: (counted.get(key)?.n ?? 0) + n });
    }
  }
  let wrong = 0;
  for (const one of kept) {
    const key = `${one.firmId} ${one.state}`;
    const n = counted.get(key)?.n ?? 0;
    counted.delete(key);
    if (one.n === n) continue;
    wrong++;
    await one.update({ n }, { transaction: t });
  }
  for (const { firmId, state, n } of counted.values()) {
    wrong++;
    await addTo({ campaignId: EVERYBODY, firmId, state, by: n }, t);
  }
  return wrong;
}

/** Shanghai time at which nobody writes in a profile, and after the tickets are counted. */
const NIGHT_MS = 3.75 * HOUR_MS;

/** Asks for the next night's look; every process may ask, it is done once. */
export async function scheduleCountCheck(): Promise<void> {
  const tonight = startOfShanghaiDay(clock.today()) + NIGHT_MS;
  const runAt = tonight > clock.now() ? tonight : startOfShanghaiDay(addDays(clock.today(), 1)) + NIGHT_MS;
  const dedupeKey = `check-profile-counts:${runAt}`;
  await transaction((t) => enqueue('check-profile-counts', {}, { t, dedupeKey, runAt }));
}
