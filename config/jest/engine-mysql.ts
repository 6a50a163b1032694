import { beforeEachFile } from './each-file.ts';
import { setTestEnv } from './test-env.ts';

/** MariaDB and Redis; each worker has a database of its own on both, empty for each file (`useDatabase`). */
beforeEachFile(() => {
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 1);
  setTestEnv({
    DATABASE_URL: `${process.env['TEST_MYSQL_URL']}/lvzheng_test_${worker}`,
    REDIS_URL: `${process.env['TEST_REDIS_URL']}/${worker}`,
  });
});
