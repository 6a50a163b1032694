import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { operationsEndpoints } from '../../../contract/operations/endpoints.ts';
import { env } from '../../../env.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { signer } from '../../../platform/signer/signer.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approveAs, certificateOf, eventsOf, seenOf, submit, wordsOf } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { expectTheRestToAnswer, seenJobs, staffToken } from '../../../test/trouble/trouble.ts';
import type { MemberActor } from '../../../actor.ts';
import type { Certificate } from '../model.ts';

const crashMarker = join(env.DATA_DIR, 'crash');
useOffice({
  extensions: [
    {
      name: 'crash-on-word',
      main: 'main.js',
      worker: 'worker.js',
      requires: { core: '4.x.x' },
      directory: join(import.meta.dirname, '../../../test/trouble/crash-on-word'),
      // The end of what is typed is printed as a piece of its own, so that no line has one character.
      options: { word: '打印线程', while: crashMarker },
    },
  ],
});
const api = useApi();

const files = join(env.DATA_DIR, 'files');
let actor: MemberActor;
let member = '';
let staff = '';
beforeEach(async () => {
  const firm = await makeFirm();
  actor = await memberActor({ firmId: firm.id });
  member = await memberToken({ firmId: firm.id });
  await doDueWork();
  freezeClock(clock.now());
  staff = await staffToken('reviewer');
});
afterEach(releaseClock);

/** The disk takes nothing any more, as if full or gone. */
async function withoutDisk(work: () => Promise<void>): Promise<void> {
  await rename(files, `${files}.away`).catch(() => undefined);
  await writeFile(files, 'not a folder');
  try {
    await work();
  } finally {
    await rm(files);
    await rename(`${files}.away`, files).catch(() => undefined);
  }
}

/** Lets every pause before another attempt pass, until the job is given up; answers the attempts. */
async function tryInVain(): Promise<number> {
  let attempts = 0;
  for (let n = await doDueWork(); n > 0; n = await doDueWork()) {
    attempts += n;
    advanceClock(60 * 60_000);
  }
  // Half an hour without a click has signed the first one out.
  staff = await staffToken('reviewer');
  return attempts;
}

const shown = async (certificate: Certificate) =>
  (await api.call(certificateEndpoints.showApplication, { as: member, params: { id: certificate.applicationId } }))
    .json;
const approved = async (purpose = '') => certificateOf((await submit(actor, { purpose })).id);
const retryJob = (id: number) => api.call(operationsEndpoints.retryJob, { as: staff, params: { id } });
const deadJobOf = async ({ id }: Certificate) =>
  (await seenJobs(api, staff, 'dead')).find(({ payload }) => payload['certificateId'] === id);

async function expectIssued(certificate: Certificate): Promise<void> {
  await certificate.reload();
  expect(certificate).toMatchObject({ issueState: 'issued' });
  expect(await wordsOf(certificate)).toContain(certificate.number);
  expect((await eventsOf(certificate.applicationId)).filter((event) => event === 'issued')).toHaveLength(1);
  expect(await shown(certificate)).toMatchObject({ issueState: 'issued', can: { download: true } });
}

describe('the disk is full', () => {
  test('the letter waits, staff see why, everything else goes on; it is made by itself once there is room', async () => {
    const certificate = await approved();
    await withoutDisk(async () => {
      expect(await doDueWork()).toBe(1);
      expect(await shown(certificate)).toMatchObject({ issueState: 'issuing', can: { download: false, mail: false } });
      const [job] = await seenJobs(api, staff, 'ready');
      expect(job).toMatchObject({
        name: 'issue-certificate',
        attempts: 1,
        lastError: expect.stringMatching(/EEXIST|ENOTDIR/) as unknown,
      });
      await expectTheRestToAnswer(api, member, staff);
      advanceClock(2_000);
      expect(await doDueWork()).toBe(1);
    });
    advanceClock(5_000);
    expect(await doDueWork()).toBe(1);
    await expectIssued(certificate);
    expect(await seenJobs(api, staff, 'ready')).toEqual([]);
  });

  test('for longer than two hours: it is given up, says so, and staff can have it made', async () => {
    const certificate = await approved();
    await withoutDisk(async () => {
      expect(await tryInVain()).toBe(16);
    });
    expect(await shown(certificate)).toMatchObject({
      state: 'decided',
      outcome: 'approved',
      issueState: 'failed',
      can: { download: false },
    });
    const job = await deadJobOf(certificate);
    expect(job?.lastError).toMatch(/EEXIST|ENOTDIR/);
    expect((await retryJob(job!.id)).json).toMatchObject({ state: 'ready', attempts: 0 });
    expect((await retryJob(job!.id)).status).toBe(409);
    expect(await doDueWork()).toBe(1);
    await expectIssued(certificate);
    expect(await deadJobOf(certificate)).toBeUndefined();
  });

  test('staff can have it made from the application as well, and both ways make one document', async () => {
    const certificate = await approved();
    await withoutDisk(async () => void (await tryInVain()));
    const params = { id: certificate.applicationId };
    const retry = () => api.call(certificateEndpoints.retryIssue, { as: staff, params });
    expect((await retry()).json).toMatchObject({ issueState: 'issuing', permits: { retryIssue: false } });
    expect((await retry()).status).toBe(409);
    const job = await deadJobOf(certificate);
    if (job) await retryJob(job.id);
    await doDueWork();
    await expectIssued(certificate);
  });
});

describe('a letter that cannot be printed', () => {
  test('is given up at once with the character; once the letter is mended staff have it made', async () => {
    const certificate = await approved();
    const { letter } = certificate;
    await certificate.update({ letter: { ...letter, paragraphs: [...letter.paragraphs, '缺字：\u{1F600}'] } });
    expect(await doDueWork()).toBe(1);
    expect(await shown(certificate)).toMatchObject({ issueState: 'failed' });
    const job = await deadJobOf(certificate);
    expect(job).toMatchObject({ attempts: 1, lastError: expect.stringContaining('\u{1F600}') as unknown });
    await expectTheRestToAnswer(api, member, staff);

    await certificate.update({ letter });
    await retryJob(job!.id);
    await doDueWork();
    await expectIssued(certificate);
  });

  test('a name that cannot be printed is seen before: a person gets it, the member is told, approval is refused in words', async () => {
    const firm = await makeFirm({ name: '江海\u{1F600}律师事务所' });
    const application = await submit(await memberActor({ firmId: firm.id }));
    expect(application).toMatchObject({ state: 'pending', reviewMode: 'manual' });
    const as = await memberToken({ firmId: firm.id });
    const body = { type: 'firm-clean', email: 'post@example.com', since: '2022-01-01' };
    const preview = await api.call(certificateEndpoints.previewApplication, { as, body });
    expect(preview.status).toBe(422);
    expect(preview.json.error?.message).toBe(
      '以下文字暂时无法打印：江海\u{1F600}律师事务所的名称中的\u{1F600}，请联系协会处理；姓名、名称无误的不必改动',
    );
    // What the member has typed is the member's to change: pictures when they are typed, the rest when it is composed.
    const typed = async (purpose: string) =>
      (await api.call(certificateEndpoints.previewApplication, { as, body: { ...body, purpose } })).json.error;
    expect((await typed('投标\u{1F600}'))?.fields).toEqual({ purpose: '以下文字无法打印：用途中的\u{1F600}，请删去' });
    expect((await typed('投标\u{10900}'))?.message).toMatch(
      /^以下文字无法打印：用途中的\u{10900}，请删去；以下文字暂时/u,
    );
    const decide = async () =>
      api.call(certificateEndpoints.decideApplication, {
        as: staff,
        params: { id: application.id },
        body: { verdict: 'approve', seen: await seenOf(application.id) },
      });
    expect((await decide()).json.error).toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('名称中有字库缺少的字：「\u{1F600}」U+1F600') as unknown,
    });
    await firm.update({ name: '江海启明律师事务所' });
    expect((await decide()).json).toMatchObject({ state: 'decided', outcome: 'approved' });
    await doDueWork();
    expect(await certificateOf(application.id)).toMatchObject({ issueState: 'issued' });
  });
});

describe('a letter that takes its printing thread down', () => {
  test('costs that attempt; others are made, and this one too once the cause is gone', async () => {
    await writeFile(crashMarker, '');
    const certificate = await approved('打印线程会崩溃');
    const other = await approved('投标');
    expect(await doDueWork()).toBe(2);
    await expectIssued(other);
    expect(await shown(certificate)).toMatchObject({ issueState: 'issuing' });
    const [job] = await seenJobs(api, staff, 'ready');
    expect(job).toMatchObject({ attempts: 1, payload: { certificateId: certificate.id } });
    expect(job?.lastError).toMatch(/crash|exit/i);
    await expectTheRestToAnswer(api, member, staff);

    advanceClock(2_000);
    await doDueWork();
    await rm(crashMarker);
    advanceClock(5_000);
    await doDueWork();
    await expectIssued(certificate);
  });
});

test('a letter decided before the signing certificate became valid is signed from its first moment on', async () => {
  const { id } = await submit(actor);
  await approveAs(id, { decidedAt: signer.validFrom - 1_000 });
  await doDueWork();
  expect((await certificateOf(id)).issueState).toBe('issued');
});
