import { afterEach, expect, jest, test } from '@jest/globals';
import { useDatabase } from '../../test/database.ts';
import { addJob, jobRows } from '../../test/jobs.ts';
import { update } from './claim.ts';
import { startWorker, type Worker } from './worker.ts';

useDatabase();

let worker: Worker | undefined;
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await update('DELETE FROM jobs', []);
});

test('runs what is committed while it waits, several at the same time', async () => {
  let together = 0;
  let most = 0;
  let ended = 0;
  const allEnded = new Promise<void>((resolve) => {
    worker = startWorker({
      async issue() {
        most = Math.max(most, ++together);
        await new Promise((go) => setTimeout(go, 50));
        together -= 1;
        if (++ended === 12) resolve();
      },
    });
  });
  for (let n = 0; n < 12; n++) await addJob('issue', { n });
  await allEnded;
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

test('stop waits for what is running and claims nothing more', async () => {
  await addJob('first');
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const second = jest.fn(async () => undefined);
  await new Promise<void>((began) => {
    worker = startWorker({
      async first() {
        began();
        await gate;
      },
      second,
    });
  });
  const stopped = worker?.stop();
  await addJob('second');
  go();
  await stopped;
  expect((await jobRows()).map((row) => row.state)).toEqual(['done', 'ready']);
  expect(second).not.toHaveBeenCalled();
});
