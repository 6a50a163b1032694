/**
 * Writes hours and absences of an activity in a process of its own that dies by SIGKILL before its n-th statement. Says how
 * many statements there were where it lives. `node settle-and-die.ts <n> <activity>`.
 */
import { settleActivity } from '../../modules/activities/hours/settle-activity.ts';
import { dieBefore } from './die-before.ts';

const [, , when = '', activity = ''] = process.argv;
await dieBefore(when, () => settleActivity({ activityId: Number(activity) }));
