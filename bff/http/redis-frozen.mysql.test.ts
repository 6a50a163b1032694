import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accountEndpoints } from '../contract/accounts/endpoints.ts';
import { certificateEndpoints } from '../contract/certificates/endpoints.ts';
import { verificationEndpoints } from '../contract/verification/endpoints.ts';
import { installShippedTypes } from '../modules/certificates/types/install-types.ts';
import '../models.ts';
import { callAt, memberToken, type Answer } from '../test/api.ts';
import { newKey } from '../test/factories/certificate.ts';
import { useDatabase } from '../test/database.ts';
import { eventually } from '../test/eventually.ts';
import { givePassword, makeFirm } from '../test/factories/registry.ts';
import { listening, startOwnRedis, startProcess, type ServerProcess } from '../test/trouble/server-process.ts';

useDatabase();

/** Two seconds for Redis (key-value.ts), the rest for a busy machine. */
const SOON_MS = 15_000;
const PASSWORD = 'correct horse 1';

let redis: ChildProcess;
let server: ServerProcess;
let url = '';
let member = '';
let login = '';
beforeAll(async () => {
  const own = await startOwnRedis();
  redis = own.child;
  await installShippedTypes();
  const firm = await makeFirm();
  login = firm.licenceNo;
  member = await memberToken({ firmId: firm.id });
  await givePassword({ firmId: firm.id }, PASSWORD);
  server = startProcess([], { REDIS_URL: own.url });
  url = await listening(server);
});
afterAll(async () => {
  redis.kill('SIGCONT');
  await server.stop();
  const gone = once(redis, 'exit');
  redis.kill('SIGKILL');
  await gone;
});

const call: ReturnType<typeof callAt> = (...args) => callAt(url)(...args);
const get = async (path: string) => (await fetch(url + path)).status;
const form = { type: 'firm-clean', email: 'post@example.com', since: '2022-01-01' };

async function soon(asking: Promise<Answer>): Promise<Answer> {
  const started = performance.now();
  const answer = await asking;
  expect(performance.now() - started).toBeLessThan(SOON_MS);
  return answer;
}
const signIn = () => call(accountEndpoints.signIn, { body: { login, password: PASSWORD, tokenIn: 'reply' } });
const verify = () => call(verificationEndpoints.verifyNumber, { body: { number: '1', code: '1' } });

test('Redis frozen: what does not need it works, what does says so soon, jobs finish; then all is well again', async () => {
  expect([await get('/readyz'), (await signIn()).status, (await verify()).status]).toEqual([200, 200, 200]);

  redis.kill('SIGSTOP');
  expect([await get('/healthz'), await get('/readyz'), await get('/api/settings/public')]).toEqual([200, 503, 200]);
  for (const endpoint of [
    certificateEndpoints.listApplications,
    certificateEndpoints.listTypes,
    accountEndpoints.showSession,
  ]) {
    expect((await soon(call(endpoint, { as: member }))).status).toBe(200);
  }
  // Without the counts nobody may guess: no sign-in, no verification, in words.
  for (const answer of await Promise.all([signIn(), verify()].map(soon))) {
    expect(answer.status).toBe(503);
    expect(answer.json.error).toMatchObject({ code: 'unavailable', message: '服务暂时不可用，请稍后重试' });
  }
  const submitted = await soon(
    call(certificateEndpoints.submitApplication, { as: member, body: { ...form, idempotencyKey: newKey() } }),
  );
  expect(submitted.json).toMatchObject({ state: 'decided', outcome: 'approved' });
  const params = { id: Number(submitted.json['id']) };
  await eventually(async () => {
    const shown = await call(certificateEndpoints.showApplication, { as: member, params });
    expect(shown.json).toMatchObject({ issueState: 'issued' });
  });
  expect((await soon(call(certificateEndpoints.downloadCertificate, { as: member, params }))).status).toBe(200);

  redis.kill('SIGCONT');
  await eventually(async () => {
    expect([await get('/readyz'), (await signIn()).status, (await verify()).status]).toEqual([200, 200, 200]);
  });
}, 600_000);

test('it stops in order on SIGTERM, also while Redis is frozen', async () => {
  redis.kill('SIGSTOP');
  expect(await server.stop()).toBe(0);
}, 600_000);
