/**
 * Gives the seats of a draw in a process of its own, one ticket a piece, that dies by SIGKILL before its n-th statement.
 * Says how many statements there were where it lives. `node draw-and-die.ts <n> <activity>`.
 */
import '../../connections.ts';
import '../../models.ts';
import { giveDrawnSeats } from '../../modules/activities/draw/give-drawn-seats.ts';
import { database } from '../../platform/db/database.ts';

const [, , when = '', activity = ''] = process.argv;
await database.open();
let statements = 0;
database.sequelize.addHook('beforeQuery', () => {
  statements += 1;
  if (statements !== Number(when)) return;
  process.kill(process.pid, 'SIGKILL');
  // Until the signal is here.
  for (;;);
});
await giveDrawnSeats({ activityId: Number(activity), piece: 1 });
process.stdout.write(`${statements}\n`);
process.exit(0);
