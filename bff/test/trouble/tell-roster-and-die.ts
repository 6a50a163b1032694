/**
 * Tells those on a list in a process of its own, one a piece, that dies by SIGKILL before its n-th statement. Says how many
 * statements there were where it lives. `node tell-roster-and-die.ts <n> <message>`.
 */
import { tellRoster } from '../../modules/activities/messages/tell-roster.ts';
import { dieBefore } from './die-before.ts';

const [, , when = '', message = ''] = process.argv;
await dieBefore(when, () => tellRoster({ messageId: Number(message), piece: 1 }));
