import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../../contract/activities/enums.ts';
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
});
const OPEN = `SELECT id, title, kind, is_online AS isOnline, place, opens_at AS opensAt, closes_at AS closesAt,
    begins_at AS beginsAt, ends_at AS endsAt, hours_tenths AS hoursTenths, capacity, taken,
    per_firm_max AS perFirmMax, eligibility
  FROM activities WHERE state = 'published' AND opens_at <= ? AND closes_at > ? ORDER BY closes_at, id LIMIT ?`;
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
whenWritten(['activities', 'activity_groups'], forget);

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
  return open.map(({ eligibility, isOnline, ...activity }) => {
    const { phase: _phase, ...named } = presentNamed(
      { ...activity, state: 'published', isOnline: isOnline === 1 },
      now,
    );
    const { id, opensAt, closesAt, beginsAt, endsAt } = activity;
    const groups = groupsOf.get(id) ?? [];
    return { id, opensAt, closesAt, beginsAt, endsAt, named, eligibility: treeOf<Condition>(eligibility), groups };
  });
}
