/** A worker process for tests of what happens when one dies: says on standard output what it does. */
import { database } from '../../platform/db/database.ts';
import { startWorker } from '../../platform/jobs/worker.ts';

await database.open();
startWorker({
  /** Never ends; the test kills the process. */
  async hang(payload) {
    process.stdout.write(`hang ${JSON.stringify(payload)}\n`);
    await new Promise(() => undefined);
  },
  /** Takes the process down with it. */
  async crash(_payload, { attempt }) {
    process.stdout.write(`crash ${attempt}\n`);
    process.kill(process.pid, 'SIGKILL');
  },
  async note(payload) {
    process.stdout.write(`note ${JSON.stringify(payload)}\n`);
  },
});
process.stdout.write('ready\n');
