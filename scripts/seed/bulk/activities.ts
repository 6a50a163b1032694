import { HOUR_MS } from '../../../bff/contract/dates.ts';
import { clock } from '../../../bff/platform/clock/clock.ts';
import { database } from '../../../bff/platform/db/database.ts';
import type { BulkRegistry } from './registry.ts';
import { nextId, rowsFor, writeRows } from './rows.ts';

/** activities.md, Load: 2,000 activities a year, of which so many are still to come. */
const SPACING_MS = (365 * 24 * HOUR_MS) / 2_000;
const COMING = 60;
const PER_WRITE = 1_000;
const LASTS_MS = 3 * HOUR_MS;

const tables = {
  activities: rowsFor(
    'activities',
    `id, title, kind, state, organiser, speakers, details, notice, contact, is_online, place, address, opens_at, closes_at,
     cancel_until, leave_until, begins_at, ends_at, cancel_hours, leave_hours, advance_leave, capacity, taken, waiting,
     offers_stop_hours, visibility, eligibility, form, hours_tenths, created_by_id, created_by, published_by, published_at,
     opinion, cancel_reason, version`,
  ),
  groups: rowsFor('activity_groups', 'id, activity_id, name, capacity, taken'),
  restrictions: rowsFor('activity_restrictions', 'lawyer_id, from_at, until_at, causes'),
};

/**
 * Years of activities, the last of them still to come, each with `each` registrations of lawyers of the registry and what
 * became of them; every hundredth lawyer is restricted. Answers the id of the first activity.
 */
export async function seedBulkActivities(
  { lawyers }: Pick<BulkRegistry, 'lawyers'>,
  { activities, each }: { activities: number; each: number },
): Promise<number> {
  const now = clock.now();
  const first = { activity: await nextId('activities'), group: await nextId('activity_groups') };
  for (const [n, { facts }] of lawyers.entries()) {
    if (n % 100 === 0) tables.restrictions.add(facts.id, now - HOUR_MS, now + n * HOUR_MS, '[]');
  }
  for (let from = 0; from < activities; from += PER_WRITE) {
    const until = Math.min(activities, from + PER_WRITE);
    for (let n = from; n < until; n++) {
      // In the order in which they begin, as ids mostly are.
      const beginsAt = Math.floor(now + (n - (activities - COMING)) * SPACING_MS);
      addActivity({ id: first.activity + n, groupId: first.group + n, n, beginsAt, each });
    }
    await writeRows(Object.values(tables));
    const ids = { from: first.activity + from, until: first.activity + until };
    await signUp(ids, { each, lawyers: lawyers.length, firstLawyer: lawyers[0]?.facts.id ?? 1 });
  }
  return first.activity;
}

function addActivity(made: { id: number; groupId: number; n: number; beginsAt: number; each: number }): void {
  const { id, groupId, n, beginsAt, each } = made;
  const [opensAt, closesAt] = [beginsAt - 20 * 24 * HOUR_MS, beginsAt - 48 * HOUR_MS];
  const [cancelUntil, leaveUntil] = [closesAt - 24 * HOUR_MS, beginsAt - 2 * HOUR_MS];
  const capacity = Math.floor(each * 0.8);
  tables.activities.add(
    id,
    `民法典实务讲座第${n + 1}讲`,
    n % 4 === 0 ? 'ethics' : 'training',
    'published',
    '江海市律师协会业务部',
    '周远志律师',
    '合同编司法解释的理解与适用。',
    '',
    '0700-88886601',
    0,
    '律协培训厅',
    '文华区书院街8号',
    opensAt,
    closesAt,
    cancelUntil,
    leaveUntil,
    beginsAt,
    beginsAt + LASTS_MS,
    24,
    2,
    1,
    capacity,
    capacity,
    'asks',
    24,
    'all',
    null,
    '[]',
    30,
    n % 10,
    '陆明章',
    '陆明章',
    opensAt,
    '',
    '',
    1,
  );
  tables.groups.add(groupId, id, '', capacity, capacity);
}

/** Of lawyers that stand side by side: every lawyer comes to as many, however many there are. */
async function signUp(
  ids: { from: number; until: number },
  { each, lawyers, firstLawyer }: { each: number; lawyers: number; firstLawyer: number },
): Promise<void> {
  const text = (...parts: string[]) => (database.dialect === 'sqlite' ? parts.join(' || ') : `CONCAT(${parts.join()})`);
  const from = `${firstLawyer} + ((a.id * ${each}) % ${lawyers})`;
  const isComing = `a.begins_at > ${clock.now()}`;
  const state = `CASE (l.id * 7 + a.id) % 20 WHEN 0 THEN 'cancelled' WHEN 1 THEN 'leave'
    WHEN 2 THEN CASE WHEN ${isComing} THEN 'waiting' ELSE 'left' END ELSE 'registered' END`;
  await database.sequelize.query(
    `INSERT INTO activity_registrations (activity_id, group_id, lawyer_id, firm_id, account_id, state, live_key, cancel_until,
        leave_from, leave_until, answers, signed_at, reason, idempotency_key, content_hash)
      SELECT o.activity_id, o.group_id, o.lawyer_id, o.firm_id, o.lawyer_id, o.state,
        CASE WHEN o.state IN ('registered', 'waiting') THEN ${text('o.activity_id', "':'", 'o.lawyer_id')} END, o.cancel_until,
        o.cancel_until, o.leave_until, '{}', o.opens_at, '', ${text('o.activity_id', "'-'", 'o.lawyer_id')}, ''
      FROM (SELECT a.id AS activity_id, g.id AS group_id, l.id AS lawyer_id, l.firm_id, ${state} AS state, a.cancel_until,
          a.leave_until, a.opens_at
        FROM activities a JOIN activity_groups g ON g.activity_id = a.id
        JOIN lawyers l ON l.id >= ${from} AND l.id < ${from} + ${each}
        WHERE a.id >= ${ids.from} AND a.id < ${ids.until}) o`,
  );
  await database.sequelize.query(
    `INSERT INTO activity_presences (registration_id, outcome, arrived_at, way, by_name, recorded_at)
      SELECT r.id, CASE r.id % 20 WHEN 0 THEN 'absent' ELSE 'present' END,
        CASE r.id % 20 WHEN 0 THEN NULL ELSE a.begins_at END, 'code', '', a.begins_at
      FROM activities a JOIN activity_registrations r ON r.activity_id = a.id AND r.state = 'registered'
      WHERE a.id >= ${ids.from} AND a.id < ${ids.until} AND a.ends_at < ${clock.now()}`,
  );
}
