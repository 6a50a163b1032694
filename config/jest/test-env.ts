import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

/** The environment of this worker: what a test file adds or changes ends with it. */
const inherited = { ...process.env };

/** Settings every test file of the server starts with; the developer's own environment plays no part. */
export function setTestEnv(settings: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (!(name in inherited)) delete process.env[name];
  Object.assign(process.env, inherited);
  const parent = process.env['TEST_DIR'];
  if (!parent) throw new Error('TEST_DIR is set by config/jest/start-*.ts');
  for (const name of Object.keys(process.env)) if (name.startsWith('WECHAT')) delete process.env[name];
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'PUBLIC_URL', 'DATA_KEY', 'AUDIT_KEY', 'TSA_URL'])
    delete process.env[name];
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    DATA_DIR: mkdtempSync(join(parent, 'file-')),
    HOST: '127.0.0.1',
    PORT: '3000',
    // Nobody listens: a test that sends mail starts its own catcher.
    SMTP_URL: 'smtp://127.0.0.1:9',
    ...settings,
  });
}
