import '../../connections.ts';
import '../../models.ts';
import { once } from 'node:events';
import { database } from '../../platform/db/database.ts';
import { weaken, WRITES } from './weaken.ts';

/**
 * Does some work in this process, which dies by SIGKILL before its n-th statement; or where `when` is `writing`, says so before
 * the first statement that writes, and goes on when its input ends. Where it lives to the end it says how many statements there were,
 * and exits. The last argument of the program is what it does without (weaken.ts).
 */
export async function dieBefore(when: string, work: () => Promise<unknown>): Promise<never> {
  await database.open();
  weaken(process.argv[4]);
  let statements = 0;
  let hasWritten = false;
  database.sequelize.addHook('beforeQuery', async ({ type = '' }: { type?: string }) => {
    statements += 1;
    if (statements === Number(when)) {
      process.kill(process.pid, 'SIGKILL');
      // Until the signal is here.
      for (;;);
    }
    if (when !== 'writing' || hasWritten || !WRITES.includes(type)) return;
    hasWritten = true;
    process.stdout.write('writing\n');
    await once(process.stdin.resume(), 'end');
  });
  await work();
  process.stdout.write(`${statements}\n`);
  process.exit(0);
}
