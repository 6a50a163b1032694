import type { Transaction } from 'sequelize';
import type { TimelineEvent } from '../../contract/timeline/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../actor.ts';
import { ApplicationEvent } from '../certificates/model.ts';

/** Adds an entry to an application's timeline; `by` null is the system itself. */
export async function writeEvent(
  entry: { applicationId: number; event: TimelineEvent; by: Actor | null; note?: string },
  t: Transaction,
): Promise<void> {
  const { applicationId, event, by, note = '' } = entry;
  const byKind = by === null ? 'system' : by.kind === 'staff' ? 'staff' : 'member';
  await ApplicationEvent.create(
    { applicationId, event, at: clock.now(), byKind, byName: by?.name ?? '系统', note },
    { transaction: t },
  );
}
