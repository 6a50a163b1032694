/**
 * Winds a cancelled activity up in a process of its own, one registration a piece, that dies by SIGKILL before its n-th
 * statement. Says how many statements there were where it lives. `node wind-up-and-die.ts <n> <activity>`.
 */
import { windUpActivity } from '../../modules/activities/office/wind-up-activity.ts';
import { dieBefore } from './die-before.ts';

const [, , when = '', activity = ''] = process.argv;
await dieBefore(when, () => windUpActivity({ activityId: Number(activity), piece: 1 }));
