import type { Transaction } from 'sequelize';
import type { Timelines } from '../../contract/timeline/enums.ts';
import type { SubjectRef } from '../../subject.ts';
import { TimelineLine } from './model.ts';

/** A line as it was written. */
export type TimelineFact<Kind extends keyof Timelines> = Pick<TimelineLine, 'at' | 'byKind' | 'byName' | 'note'> & {
  event: Timelines[Kind];
};

/** What happened to something, first things first; whoever asks has authorised it. */
export async function readTimeline<Kind extends keyof Timelines>(
  subject: SubjectRef<Kind>,
  t?: Transaction,
): Promise<TimelineFact<Kind>[]> {
  const where = { subjectKind: subject.kind, subjectId: subject.id };
  const lines = await TimelineLine.findAll({ where, order: ['id'], ...(t && { transaction: t }) });
  // writeEvent takes no other.
  return lines.map(({ at, byKind, byName, note, event }) => ({
    at,
    byKind,
    byName,
    note,
    event: event as Timelines[Kind],
  }));
}
