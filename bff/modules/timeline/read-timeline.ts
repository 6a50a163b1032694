import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { Timelines } from '../../contract/timeline/enums.ts';
import { selectMany } from '../../platform/db/database.ts';
import type { Condition } from '../../platform/db/keyset.ts';
import type { SubjectRef } from '../../subject.ts';
import type { TimelineLine } from './model.ts';

/** A line as it was written. */
export type TimelineFact<Kind extends keyof Timelines> = Pick<TimelineLine, 'at' | 'byKind' | 'byName' | 'note'> & {
  event: Timelines[Kind];
};

const row = z.strictObject({
  at: z.int(),
  byKind: z.enum(['member', 'staff', 'system']),
  byName: z.string(),
  note: z.string(),
  event: z.string(),
});
// Long ones are read with every page of a ticket: a model instance a line would cost several times as much.
const linesOf = (id: string) => `SELECT at, by_kind AS byKind, by_name AS byName, note, event FROM timeline_entries
  WHERE subject_kind = ? AND subject_id = ${id} ORDER BY id`;

/** What happened to something, first things first, to be read together with what it is. */
export const timelineOf = ({ kind, id }: SubjectRef<keyof Timelines>) => ({
  row,
  sql: linesOf('?'),
  values: [kind, id],
});

/** The same of what a SELECT finds, which answers one id: to be read together with it. */
export const timelineOfFound = (kind: keyof Timelines, found: Condition) => ({
  row,
  sql: linesOf(`(${found.sql})`),
  values: [kind, ...found.values],
});

/** What happened to something, first things first; whoever asks has authorised it. */
export async function readTimeline<Kind extends keyof Timelines>(
  subject: SubjectRef<Kind>,
  t?: Transaction,
): Promise<TimelineFact<Kind>[]> {
  const { sql, values } = timelineOf(subject);
  // writeEvent takes no other event.
  return (await selectMany(row, sql, values, t)) as TimelineFact<Kind>[];
}
