import type { Transaction } from 'sequelize';
import { SYSTEM, type Actor } from '../../actor.ts';
import type { Timelines } from '../../contract/timeline/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { createRow } from '../../platform/db/prepared.ts';
import type { SubjectRef } from '../../subject.ts';
import { TimelineLine } from './model.ts';

/** Adds a line to the timeline of something; `by` null is the system itself. */
export async function writeEvent<Kind extends keyof Timelines>(
  entry: { subject: SubjectRef<Kind>; event: Timelines[Kind]; by: Actor | null; note?: string },
  t: Transaction,
): Promise<void> {
  const { subject, event, by, note = '' } = entry;
  const byKind = by === null ? 'system' : by.kind === 'staff' ? 'staff' : 'member';
  await createRow(
    TimelineLine,
    {
      subjectKind: subject.kind,
      subjectId: subject.id,
      event,
      at: clock.now(),
      byKind,
      byName: by?.name ?? SYSTEM,
      note,
    },
    t,
  );
}
