/**
 * Reminds those with a seat in a process of its own, one a piece, at an instant, that dies by SIGKILL before its n-th
 * statement. `node remind-and-die.ts <n> <epoch ms>`.
 */
import { remindRegistrations } from '../../modules/activities/reminding/remind-registrations.ts';
import { freezeClock } from '../../platform/clock/clock.ts';
import { dieBefore } from './die-before.ts';

const [, , when = '', instant = ''] = process.argv;
freezeClock(Number(instant));
await dieBefore(when, () => remindRegistrations({ piece: 1 }));
