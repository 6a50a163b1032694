import type { Transaction } from 'sequelize';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Activity } from '../model.ts';
import { servedFrom } from '../restricted/rules.ts';

/** Has seats offered to those whose absences have them wait, as soon as they may have them; once for an activity. */
export async function serveLater(activity: Activity, t: Transaction): Promise<void> {
  const runAt = servedFrom(activity);
  const payload = { activityId: activity.id };
  await enqueue('serve-waiting', payload, { t, runAt, dedupeKey: `serve-waiting:${activity.id}:${runAt}` });
}
