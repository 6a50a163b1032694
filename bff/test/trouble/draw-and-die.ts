/**
 * Gives the seats of a draw in a process of its own, one ticket a piece, that dies by SIGKILL before its n-th statement.
 * Says how many statements there were where it lives. `node draw-and-die.ts <n> <activity>`.
 */
import { giveDrawnSeats } from '../../modules/activities/draw/give-drawn-seats.ts';
import { dieBefore } from './die-before.ts';

const [, , when = '', activity = ''] = process.argv;
await dieBefore(when, () => giveDrawnSeats({ activityId: Number(activity), piece: 1 }));
