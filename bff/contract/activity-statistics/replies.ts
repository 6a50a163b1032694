import { z } from 'zod';
import { ACTIVITY_KINDS } from '../activities/enums.ts';
import { day, oneOf, reply } from '../reply-parts.ts';

const count = z.int().nonnegative();

/** What became of registrations; each lawyer counts once in each activity that he signed up for. */
export const activityFigures = z.strictObject({
  /** Everybody who signed up, whatever became of it. */
  signed: count,
  /** Had a seat in the end. */
  seated: count,
  came: count,
  /** Had a seat, did not come, and was not excused. */
  absent: count,
  onLeave: count,
  cancelled: count,
  /** Wait, or got no seat. */
  unplaced: count,
  /** Tenths of an hour that were written. */
  tenths: count,
});
export type ActivityFigures = z.infer<typeof activityFigures>;
const figures = activityFigures.shape;

const activityRow = z.strictObject({
  id: z.int(),
  title: z.string(),
  kind: oneOf(ACTIVITY_KINDS),
  beginsOn: day,
  isCancelled: z.boolean(),
  capacity: count,
  /** Minutes from the opening of sign-up until as many had signed up as there are seats; null: they never did. */
  filledAfter: count.nullable(),
  ...figures,
});
export type ActivityFiguresRow = z.infer<typeof activityRow>;

const group = z.strictObject({ key: z.string(), label: z.string(), ...figures });
export type GroupFigures = z.infer<typeof group>;

/** 活动统计: of the activities that begin in a period. */
export const activityStatistics = reply('ActivityStatistics', {
  /** How many activities, those that were cancelled among them. */
  activities: count,
  cancelledActivities: count,
  capacity: count,
  total: activityFigures,
  byActivity: z.array(activityRow),
  byKind: z.array(group),
  byCategory: z.array(group),
  byPractice: z.array(group),
  /** The firm as at sign-up; the first by how many signed up. */
  byFirm: z.array(group),
});
export type ActivityStatistics = z.infer<typeof activityStatistics>;
