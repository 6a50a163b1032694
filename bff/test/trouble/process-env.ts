import { env } from '../../env.ts';

/** What a process of a test's own is started with: this test's database, and nothing else of the machine but Node. */
export function processEnv(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NODE_NO_WARNINGS: '1',
    // Nearly half of the start is compiling, and each starts the same program (config/jest/test-dir.ts).
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    LOG_LEVEL: 'fatal',
    DATA_DIR: env.DATA_DIR,
    DATABASE_URL: env.DATABASE_URL,
    REDIS_URL: env.REDIS_URL,
    ...settings,
  };
}
