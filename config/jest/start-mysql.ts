import { startServices } from '../../scripts/test/services.mjs';
import { makeTestDir, stopAtTheEnd } from './test-dir.ts';

/** Uses the services that scripts/test.mjs started, or starts them for a run of jest by hand. */
export default async function start(): Promise<void> {
  await makeTestDir();
  if (process.env['TEST_MYSQL_URL'] && process.env['TEST_REDIS_URL']) return;
  const services = await startServices();
  stopAtTheEnd(services.stop);
  process.env['TEST_MYSQL_URL'] = services.mysqlUrl;
  process.env['TEST_REDIS_URL'] = services.redisUrl;
}
