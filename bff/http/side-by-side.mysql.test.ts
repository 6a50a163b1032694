import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { certificateEndpoints } from '../contract/certificates/endpoints.ts';
import { verificationEndpoints } from '../contract/verification/endpoints.ts';
import '../models.ts';
import { database } from '../platform/db/database.ts';
import { kv } from '../platform/kv/kv.ts';
import { callAt, memberToken } from '../test/api.ts';
import { newKey } from '../test/factories/certificate.ts';
import { makeEmptyDatabase } from '../test/database.ts';
import { eventually } from '../test/eventually.ts';
import { makeFirm } from '../test/factories/registry.ts';
import { listening, startProcess, type ServerProcess } from '../test/trouble/server-process.ts';

// Several processes on one MariaDB, one Redis and one DATA_DIR, started together before there is a table.
const processes: ServerProcess[] = [];
let one = '';
let other = '';
beforeAll(async () => {
  await makeEmptyDatabase();
  processes.push(startProcess(['--serve=web']), startProcess(['--serve=web']), startProcess(['--serve=worker']));
  [one, other] = (await Promise.all([listening(processes[0]!), listening(processes[1]!)])) as [string, string];
  await database.open();
}, 600_000);
afterAll(async () => {
  for (const running of processes) await running.stop();
  await database.close();
  await kv.close();
});

test('they start together on an empty database, and what one is asked another one does and a third one knows', async () => {
  const as = await memberToken({ firmId: (await makeFirm()).id });
  const body = { type: 'firm-clean', email: 'post@example.com', since: '2022-01-01', idempotencyKey: newKey() };
  const [first, second] = await Promise.all(
    [one, other].map((url) => callAt(url)(certificateEndpoints.submitApplication, { as, body })),
  );
  expect([first?.status, second?.status]).toEqual([200, 200]);
  expect(first?.json['id']).toBe(second?.json['id']);
  const params = { id: Number(first?.json['id']) };
  const shown = async (url: string) => (await callAt(url)(certificateEndpoints.showApplication, { as, params })).json;
  await eventually(async () => expect(await shown(other)).toMatchObject({ issueState: 'issued' }));
  const [fromOne, fromOther] = await Promise.all(
    [one, other].map((url) => callAt(url)(certificateEndpoints.downloadCertificate, { as, params })),
  );
  expect(fromOne?.bytes.length).toBeGreaterThan(10_000);
  expect(fromOne?.bytes.equals(fromOther?.bytes ?? Buffer.of())).toBe(true);
  const { verifyUrl } = (await shown(one))['certificate'] as { verifyUrl: string };
  const token = verifyUrl.split('/').at(-1) ?? '';
  expect((await callAt(other)(verificationEndpoints.verifyToken, { params: { token } })).json).toMatchObject({
    answer: 'authentic',
    standing: 'valid',
  });
}, 600_000);

test('a process that only serves pages leaves the work to others; without a worker it waits', async () => {
  expect(await processes[2]!.stop()).toBe(0);
  const as = await memberToken({ firmId: (await makeFirm()).id });
  const body = { type: 'firm-clean', email: 'post@example.com', since: '2022-01-01', idempotencyKey: newKey() };
  const submitted = await callAt(one)(certificateEndpoints.submitApplication, { as, body });
  const params = { id: Number(submitted.json['id']) };
  const shown = async () => (await callAt(one)(certificateEndpoints.showApplication, { as, params })).json;
  // Twice as long as a worker would sleep.
  await pause(2_000);
  expect(await shown()).toMatchObject({ state: 'decided', issueState: 'issuing' });
  processes.push(startProcess(['--serve=worker']));
  await eventually(async () => expect(await shown()).toMatchObject({ issueState: 'issued' }), { withinMs: 240_000 });
}, 600_000);

test('all stop in order', async () => {
  expect(await Promise.all(processes.map((running) => running.stop()))).toEqual(processes.map(() => 0));
}, 600_000);
