import { beforeEachFile } from './each-file.ts';
import { setTestEnv } from './test-env.ts';

/** The embedded parts: SQLite, key-values in process. */
beforeEachFile(() => setTestEnv({}));
