import '../../connections.ts';
import '../../models.ts';
import { database } from '../../platform/db/database.ts';

/**
 * Does some work in this process, which dies by SIGKILL before its n-th statement. Where it lives to the end it says how many
 * statements there were, and exits.
 */
export async function dieBefore(nth: number, work: () => Promise<unknown>): Promise<never> {
  await database.open();
  let statements = 0;
  database.sequelize.addHook('beforeQuery', () => {
    statements += 1;
    if (statements !== nth) return;
    process.kill(process.pid, 'SIGKILL');
    // Until the signal is here.
    for (;;);
  });
  await work();
  process.stdout.write(`${statements}\n`);
  process.exit(0);
}
