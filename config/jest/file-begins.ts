import { flushCompileCache } from 'node:module';
import { resetSingletons } from '../../bff/platform/singletons.ts';
import { beforeAll, jest } from './globals.ts';
import { doAllBeforeFile } from './each-file.ts';
import { limitTime } from './time-limits.ts';

/** Nothing of it takes a second; slow machines have time. */
const RESET_MS = 120_000;

/** Evaluated anew before each test file of a worker: nothing of the file before is left. */
// The control of config/singletons.test.ts leaves everything as it is.
if (!process.env['TEST_KEEPS_STATE']) {
  jest.restoreAllMocks();
  doAllBeforeFile();
  await reset();
}
/** No test has begun, so nobody else watches the time: what waits for good here would hold up the whole run without a word. */
async function reset(): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('what the file before has left open does not close')), RESET_MS);
  await Promise.race([resetSingletons(), late.promise]).finally(() => clearTimeout(timer));
}
// What this worker has compiled is there for the processes that tests start (test-dir.ts).
flushCompileCache();
beforeAll(limitTime);
