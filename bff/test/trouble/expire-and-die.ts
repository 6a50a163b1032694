/**
 * Lets an offer expire, and its seat go on, in a process of its own that dies by SIGKILL before its n-th statement. Says how
 * many statements there were where it lives. `node expire-and-die.ts <n> <registration>`.
 */
import { expireOffer } from '../../modules/activities/seats/expire-offer.ts';
import { dieBefore } from './die-before.ts';

const [, , when = '', registration = ''] = process.argv;
await dieBefore(when, () => expireOffer({ registrationId: Number(registration) }));
