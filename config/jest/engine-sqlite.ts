import { setTestEnv } from './test-env.ts';

/** The embedded parts: SQLite, key-values in process. */
setTestEnv({});
