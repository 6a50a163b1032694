import { transaction } from '../../../platform/db/database.ts';
import { MeetingLine } from '../presence/model.ts';

/**
 * Removes what the lists of a meeting said of people of whom nobody knows who they are, or who do not count: they are
 * strangers, and objections to hours are over by then.
 */
export async function dropStrangers({ activityId }: { activityId: number }): Promise<void> {
  await transaction((t) => MeetingLine.destroy({ where: { activityId, way: ['', 'ignored'] }, transaction: t }));
}
