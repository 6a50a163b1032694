/**
 * Tells those on a list in a process of its own, one a piece, that dies by SIGKILL before its n-th statement. Says how many
 * statements there were where it lives. `node tell-roster-and-die.ts <n> <message>`.
 */
import '../../connections.ts';
import '../../models.ts';
import { tellRoster } from '../../modules/activities/messages/tell-roster.ts';
import { database } from '../../platform/db/database.ts';

const [, , when = '', message = ''] = process.argv;
await database.open();
let statements = 0;
database.sequelize.addHook('beforeQuery', () => {
  statements += 1;
  if (statements !== Number(when)) return;
  process.kill(process.pid, 'SIGKILL');
  // Until the signal is here.
  for (;;);
});
await tellRoster({ messageId: Number(message), piece: 1 });
process.stdout.write(`${statements}\n`);
process.exit(0);
