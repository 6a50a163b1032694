import { z } from 'zod';
import type { StaffActor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import type { DeskReply } from '../../contract/operations/endpoints.ts';
import { select } from '../../platform/db/database.ts';
import { readOverdueBefore } from '../office-hours/read-overdue.ts';
import { countRows, QUEUES, queuesOf, type Waiting } from './queues.ts';

/**
 * Of each thing that waits for the actor's roles: since when the oldest does, how much has for longer than it may, and how
 * much is the actor's own. Each number is that of a list's filter (admin: overview/tasks.ts).
 */
export async function readDesk({ actor }: { actor: StaffActor }): Promise<DeskReply> {
  const overdueBefore = await readOverdueBefore();
  const keys = queuesOf(actor);
  const parts = await Promise.all(keys.map((key) => partOf(QUEUES[key], actor, overdueBefore)));
  return Object.fromEntries(keys.map((key, at) => [key, parts[at]]));
}

async function partOf(waiting: Waiting, actor: StaffActor, overdueBefore: number) {
  const { rows, since, late, mine } = waiting;
  const values = waiting.values?.(actor) ?? [];
  const ofLate = late === 'working-day' ? { sql: `${since ?? ''} < ?`, values: () => [overdueBefore] } : late;
  const [oldest, overdue, own] = await Promise.all([
    since ? readOldest(rows, since, values) : null,
    ofLate ? countRows(`${rows} AND ${ofLate.sql}`, [...values, ...ofLate.values()]) : null,
    mine ? countRows(mine.rows, mine.values(actor)) : null,
  ]);
  return { oldestAt: toIso(oldest), overdue, mine: own };
}

async function readOldest(rows: string, since: string, values: unknown[]): Promise<number | null> {
  const [row] = await select(
    z.strictObject({ since: z.int().nullable() }),
    `SELECT MIN(${since}) AS since FROM ${rows}`,
    [...values],
  );
  return row?.since ?? null;
}
