import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { operationsEndpoints } from '../../../contract/operations/endpoints.ts';
import { settingsEndpoints } from '../../../contract/settings/endpoints.ts';
import { env } from '../../../env.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { flatText } from '../../../platform/pdf/fixtures/pdf-tools.ts';
import { signer, startSigner } from '../../../platform/signer/signer.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { certificateOf, eventsOf, submit } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { issueCertificateFor, type Issued } from '../../../test/signing/authority.ts';
import {
  isDown,
  stamps,
  startTimeStampService,
  type TimeStampService,
} from '../../../test/signing/time-stamp-service.ts';
import { expectTheRestToAnswer, seenJobs, staffToken } from '../../../test/trouble/trouble.ts';
import type { MemberActor } from '../../../actor.ts';
import type { Certificate } from '../model.ts';
import { readIssuedFile } from './read-issued-file.ts';

useOffice();
const api = useApi();

const folder = join(env.DATA_DIR, 'own');
let tsa: TimeStampService;
let actor: MemberActor;
let firmId = 0;
let member = '';
let authority: Issued;
beforeAll(async () => {
  await mkdir(folder);
  tsa = await startTimeStampService();
  authority = issueCertificateFor(folder, { name: 'authority', usage: 'authority', days: 9_000 });
  firmId = (await makeFirm()).id;
  actor = await memberActor({ firmId });
  member = await memberToken({ firmId });
});
afterAll(() => tsa.stop());
afterEach(async () => {
  releaseClock();
  tsa.answer = stamps;
  for (const name of ['SIGNER_KEY_FILE', 'SIGNER_CERT_FILE', 'SIGNER_TRUSTED_CA_FILE', 'TSA_URL'] as const)
    delete env[name];
  await startSigner();
});

/** The office signs by this certificate from now on. */
async function signBy({ keyFile, certFile }: Issued): Promise<void> {
  const files = { SIGNER_KEY_FILE: keyFile, SIGNER_CERT_FILE: certFile, SIGNER_TRUSTED_CA_FILE: authority.certFile };
  Object.assign(env, { ...files, TSA_URL: tsa.url });
  await startSigner();
}
const signingFor = (name: string, days: number) =>
  issueCertificateFor(folder, { name, usage: 'signer', by: authority, days });

const readyz = async () => (await api.fetch('/readyz')).json;
const stateOf = async ({ applicationId }: Certificate) =>
  (await api.call(certificateEndpoints.showApplication, { as: member, params: { id: applicationId } })).json;

async function expectWaits(certificate: Certificate, why: string): Promise<void> {
  const staff = await staffToken('reviewer', 'administrator');
  expect(await stateOf(certificate)).toMatchObject({
    outcome: 'approved',
    issueState: 'waiting',
    can: { download: false },
  });
  const [job] = await seenJobs(api, staff, 'ready');
  expect(job).toMatchObject({
    name: 'issue-certificate',
    attempts: 0,
    lastError: expect.stringContaining(why) as unknown,
  });
  const listed = await api.call(certificateEndpoints.listQueue, { as: staff, query: { issue: 'waiting' } });
  expect(listed.json).toMatchObject({ items: [{ id: certificate.applicationId, issueState: 'waiting' }] });
  const overview = await api.call(operationsEndpoints.showOverview, { as: staff });
  expect(overview.json).toMatchObject({ signing: { waiting: 1 } });
  await expectTheRestToAnswer(api, member, staff);
}

async function expectIssuedOnce(certificate: Certificate, isTest: boolean): Promise<void> {
  await certificate.reload();
  expect(certificate).toMatchObject({ issueState: 'issued', isTest });
  expect((await eventsOf(certificate.applicationId)).filter((event) => event === 'issued')).toHaveLength(1);
}

test('the certificate has expired: letters wait, however long, and are signed once it is replaced', async () => {
  await signBy(signingFor('old', 30));
  freezeClock(clock.now() + 31 * DAY_MS);
  expect(await readyz()).toMatchObject({ signer: 'expired' });
  member = await memberToken({ firmId });
  const certificate = await certificateOf((await submit(actor)).id);
  // Twice as often as a job that fails is tried.
  for (let n = 0; n < 32; n++) {
    await doDueWork();
    advanceClock(60_000);
  }
  await expectWaits(certificate, '已过期');
  await signBy(signingFor('new', 400));
  expect(await readyz()).toMatchObject({ signer: 'ok' });
  advanceClock(60_000);
  await doDueWork();
  await expectIssuedOnce(certificate, false);
  // Official, and no 电子印章 is on file.
  const { bytes } = await readIssuedFile(certificate.id);
  expect(flatText(bytes)).toContain('未加盖电子印章');
});

test('its key is another, or it is for servers: the same', async () => {
  const right = signingFor('right', 400);
  const server = issueCertificateFor(folder, { name: 'server', usage: 'server', by: authority });
  for (const [wrong, fault, words] of [
    [{ ...right, keyFile: authority.keyFile }, 'wrong-key', '不是一对'],
    [server, 'wrong-usage', '用途'],
  ] as const) {
    freezeClock(clock.now());
    await signBy(wrong);
    expect(await readyz()).toMatchObject({ signer: fault });
    const certificate = await certificateOf((await submit(actor)).id);
    await doDueWork();
    await expectWaits(certificate, words);
    await signBy(right);
    advanceClock(60_000);
    await doDueWork();
    await expectIssuedOnce(certificate, false);
  }
});

test('the time-stamp service is down: letters wait, unsigned, and are signed once it answers', async () => {
  await signBy(signingFor('stamped', 400));
  freezeClock(clock.now());
  tsa.answer = isDown;
  const certificate = await certificateOf((await submit(actor)).id);
  await doDueWork();
  await expectWaits(certificate, '时间戳');
  expect(await readyz()).toMatchObject({ signer: 'time-stamp' });
  tsa.answer = stamps;
  advanceClock(60_000);
  await doDueWork();
  await expectIssuedOnce(certificate, false);
  expect(await readyz()).toMatchObject({ signer: 'ok' });
});

test('a key of our own whose authority nobody named makes test letters, and every page says so', async () => {
  await signBy(issueCertificateFor(folder, { name: 'own', usage: 'signer' }));
  expect(signer.isSandbox).toBe(true);
  const shown = await api.call(settingsEndpoints.showPublicSettings, {});
  expect(shown.json).toMatchObject({ isTest: true });
  const certificate = await certificateOf((await submit(actor)).id);
  await doDueWork();
  await expectIssuedOnce(certificate, true);
  expect(certificate.letter).toBeDefined();
});
