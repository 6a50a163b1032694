import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../../contract/activities/enums.ts';
import { SERIES_WAYS } from '../../../contract/activity-series/enums.ts';
import type { OpenActivity as Listed } from '../../../contract/activities/replies.ts';
import type { Condition, Eligibility } from '../../../contract/eligibility/schemas.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectTogether } from '../../../platform/db/database.ts';
import { whenWritten } from '../../../platform/db/models.ts';
import { flag } from '../../../platform/db/rows.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { treeOf } from '../../eligibility/kept-trees.ts';
import { presentNamed } from '../present.ts';

/** More are never open at once (activities.md, Load: 200). */
const MAX_OPEN = 500;
/** What another process has written is seen so much later at most, as whether an activity is full (known-full.ts). */
const KEPT_MS = 1_000;

/** What the list says of an activity; prepared, because hundreds of models cost more than judging them. */
const openRow = z.strictObject({
  id: z.int(),
  title: z.string(),
  kind: oneOf(ACTIVITY_KINDS),
  isOnline: flag,
  place: z.string(),
  opensAt: z.int(),
  closesAt: z.int(),
  beginsAt: z.int(),
  endsAt: z.int(),
  hoursTenths: z.int(),
  capacity: z.int(),
  taken: z.int(),
  perFirmMax: z.int(),
  eligibility: z.string().nullable(),
  seriesId: z.int().nullable(),
  seriesTitle: z.string().nullable(),
  seriesWay: oneOf(SERIES_WAYS).nullable(),
});
const OPEN = `SELECT a.id, a.title, a.kind, a.is_online AS isOnline, a.place, a.opens_at AS opensAt, a.closes_at AS closesAt,
    a.begins_at AS beginsAt, a.ends_at AS endsAt, a.hours_tenths AS hoursTenths, a.capacity, a.taken,
    a.per_firm_max AS perFirmMax, a.eligibility, s.id AS seriesId, s.title AS seriesTitle, s.way AS seriesWay
  FROM activities a LEFT JOIN activity_series s ON s.id = a.series_id
  WHERE a.state = 'published' AND a.opens_at <= ? AND a.closes_at > ? ORDER BY a.closes_at, a.id LIMIT ?`;
const groupRow = z.strictObject({ activityId: z.int(), eligibility: z.string().nullable(), feeFen: z.int() });
const GROUPS = `SELECT g.activity_id AS activityId, g.eligibility, g.fee_fen AS feeFen
  FROM activity_groups g JOIN activities a ON a.id = g.activity_id
  WHERE a.state = 'published' AND a.opens_at <= ? AND a.closes_at > ? ORDER BY g.id`;

/** An activity that is open, as every member reads it, and whom it and its groups are for. */
export interface OpenActivity {
  id: number;
  opensAt: number;
  closesAt: number;
  beginsAt: number;
  endsAt: number;
  named: Omit<ReturnType<typeof presentNamed>, 'phase'>;
  series: Listed['series'];
  eligibility: Eligibility | null;
  groups: { eligibility: Eligibility | null; feeFen: number }[];
}

interface Kept {
  /** The instant by the clock of the product, and by one that nobody sets, ms. */
  at: number;
  readAt: number;
  activities: Promise<OpenActivity[]>;
}
let kept: Kept | undefined;
keepsState(forget);
whenWritten(['activities', 'activity_groups', 'activity_series'], forget);

/**
 * Activities that take sign-ups at `now`, the first to close first: read once for all members, and again as soon as this
 * process has written to any, or a second later.
 */
export async function openActivities(now: number): Promise<OpenActivity[]> {
  if (!kept || performance.now() - kept.readAt >= KEPT_MS || now < kept.at || now >= kept.at + KEPT_MS) {
    const reading: Kept = { at: now, readAt: performance.now(), activities: read(now) };
    kept = reading;
    // A read that failed is no answer to those who come later.
    reading.activities.catch(() => {
      if (kept === reading) forget();
    });
  }
  return (await kept.activities).filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);
}

function forget(): void {
  kept = undefined;
}

/** Those that open before it is read again are among them. */
async function read(now: number): Promise<OpenActivity[]> {
  const soon = now + KEPT_MS;
  const { open, groups } = await selectTogether({
    open: { row: openRow, sql: OPEN, values: [soon, now, MAX_OPEN] },
    groups: { row: groupRow, sql: GROUPS, values: [soon, now] },
  });
  const groupsOf = new Map<number, OpenActivity['groups']>(open.map(({ id }) => [id, []]));
  for (const { activityId, eligibility, feeFen } of groups) {
    groupsOf.get(activityId)?.push({ eligibility: treeOf<Condition>(eligibility), feeFen });
  }
  return open.map(({ eligibility, isOnline, seriesId, seriesTitle, seriesWay, ...activity }) => {
    const isSession = seriesId !== null && seriesTitle !== null && seriesWay !== null;
    const series = isSession ? { id: seriesId, title: seriesTitle, way: seriesWay } : null;
    const { phase: _phase, ...named } = presentNamed(
      { ...activity, state: 'published', isOnline: isOnline === 1 },
      now,
    );
    const { id, opensAt, closesAt, beginsAt, endsAt } = activity;
    const groups = groupsOf.get(id) ?? [];
    return {
      id,
      opensAt,
      closesAt,
      beginsAt,
      endsAt,
      named,
      series,
      eligibility: treeOf<Condition>(eligibility),
      groups,
    };
  });
}
