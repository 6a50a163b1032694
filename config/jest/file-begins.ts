import { flushCompileCache } from 'node:module';
import { resetSingletons } from '../../bff/platform/singletons.ts';
import { beforeAll, jest } from './globals.ts';
import { doAllBeforeFile } from './each-file.ts';
import { limitTime } from './time-limits.ts';

/** Evaluated anew before each test file of a worker: nothing of the file before is left. */
// The control of config/singletons.test.ts leaves everything as it is.
if (!process.env['TEST_KEEPS_STATE']) {
  jest.restoreAllMocks();
  doAllBeforeFile();
  await resetSingletons();
}
// What this worker has compiled is there for the processes that tests start (test-dir.ts).
flushCompileCache();
beforeAll(limitTime);
