import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  certificateEndpoints,
  type QueueRow,
  type StaffApplicationDetail,
} from '../../../contract/certificates/endpoints.ts';
import { reviewEndpoints } from '../../../contract/review/endpoints.ts';
import { MIN_READING_MS } from '../../../contract/review/limits.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, signedIn, useApi, type Answer } from '../../../test/api.ts';
import { PDF } from '../../../test/files.ts';
import { editType } from '../../../test/factories/edit-type.ts';
import { seenOf, submit } from '../../../test/factories/certificate.ts';
import { useOffice } from '../../../test/office.ts';
import { makeDiscipline, makeFirm, makeStaffAccount, memberActor } from '../../../test/factories/registry.ts';
import type { MemberActor } from '../../../actor.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Upload } from '../../files/model.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { Firm } from '../../registry/model.ts';
import { Application, Certificate } from '../model.ts';
import { LetterReading } from './letter-reading-model.ts';

useOffice();
const api = useApi();
let as: string;
let other: string;
/** A letter bears its day: a midnight in Shanghai between reading and signing makes it another letter. */
const freezeInTheMorning = () => freezeClock(`${clock.today()}T10:00:00+08:00`);
beforeAll(async () => {
  freezeInTheMorning();
  as = await signedIn(await makeStaffAccount('han', 'correct horse 1', ['reviewer']));
  other = await signedIn(await makeStaffAccount('wen', 'correct horse 1', ['reviewer']));
});
let firm: Firm;
let member: MemberActor;
beforeEach(async () => {
  freezeInTheMorning();
  // Those of the test before lie ahead: it had moved the clock on.
  await LetterReading.destroy({ where: {} });
  firm = await makeFirm();
  member = await memberActor({ firmId: firm.id });
});
afterEach(releaseClock);

const decide = async (id: number, verdict: string, by = as): Promise<Answer> => {
  const seen = verdict === 'approve_checked' ? { seen: (await seenOf(id)).slice(0, 24) } : {};
  return api.call(certificateEndpoints.decideApplication, { as: by, params: { id }, body: { verdict, ...seen } });
};
const shown = async (id: number) =>
  (await api.call(certificateEndpoints.showStaffApplication, { as, params: { id } }))
    .json as unknown as StaffApplicationDetail;
const queue = async (query: Record<string, string>) =>
  (await api.call(certificateEndpoints.listQueue, { as, query: { state: 'pending', limit: '500', ...query } })).json[
    'items'
  ] as QueueRow[];
const rowOf = async (id: number) => (await queue({})).find((row) => row.id === id);
const freeText = () => submit(member, { type: 'firm-other', since: undefined, freeText: '该所办公场所为自有。' });
const inDoubt = async () => {
  await firm.update({ pendingChange: '更名' });
  return submit(member);
};
/** It waited for a doubt that is settled by now: all that is left has been checked by a machine. */
async function checked(): Promise<Application> {
  const application = await inDoubt();
  await firm.update({ pendingChange: '' });
  await api.call(certificateEndpoints.lookAgain, { as, params: { id: application.id } });
  return application;
}
const auditOf = async (id: number) =>
  (await AuditEntry.findOne({ where: { action: 'application.approved', targetId: id } }))?.detail;

describe('批量通过', () => {
  test('takes what a machine has fully checked, and the log says how', async () => {
    const { id } = await checked();
    expect(await rowOf(id)).toMatchObject({ way: 'batch', unchecked: [] });
    expect((await queue({ way: 'batch' })).map((row) => row.id)).toContain(id);
    expect((await decide(id, 'approve_checked')).json).toMatchObject({ outcome: 'approved' });
    expect(await auditOf(id)).toBe('批量通过');
  });

  test('does not take what the member has sent since the list was shown', async () => {
    const { id } = await checked();
    const seen = (await rowOf(id))?.contentSeen;
    await Application.update({ contentHash: 'f'.repeat(64) }, { where: { id } });
    const body = { verdict: 'approve_checked', seen };
    const { status, json } = await api.call(certificateEndpoints.decideApplication, { as, params: { id }, body });
    expect([status, json.error?.code]).toEqual([409, 'changed_meanwhile']);
  });

  const withFile = async () => {
    const application = await checked();
    const { token } = await uploadFile({ actor: member, name: '同意书.pdf', bytes: PDF });

    await Upload.update({ ownerKind: 'application', ownerId: application.id }, { where: { token } });
    return application;
  };
  const ofManualType = async () => {
    const application = await checked();
    await editType('firm-clean', { reviewMode: 'manual' });
    return application;
  };
  test.each([
    ['free text', freeText, '证明内容由申请人填写', 'reading'],
    ['a type that a person decides always', freeText, '该类证明须人工审核', 'reading'],
    ['a type that the office has set to 人工审核', ofManualType, '该类证明须人工审核', 'reading'],
    ['an attachment', withFile, '附有材料', 'reading'],
    ['a doubt', inDoubt, '有1项须核实', 'desk'],
  ])('refuses %s by number and in words', async (_what, make, why, way) => {
    const { id, number } = await make();
    expect(await rowOf(id)).toMatchObject({ way, unchecked: expect.arrayContaining([why]) as unknown });
    expect((await queue({ way })).map((row) => row.id)).toContain(id);
    expect((await queue({ way: 'batch' })).map((row) => row.id)).not.toContain(id);
    const { status, json } = await decide(id, 'approve_checked');
    expect([status, json.error?.code]).toEqual([409, 'wrong_state']);
    expect(json.error?.message).toContain(number);
    expect(json.error?.message).toContain(why);
    expect(await Certificate.count({ where: { applicationId: id } })).toBe(0);
    await editType('firm-clean', { reviewMode: 'automatic' });
  });

  test('refuses what the register contradicts by now', async () => {
    const { id } = await checked();
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    expect((await decide(id, 'approve_checked')).status).toBe(409);
    expect(await Certificate.count({ where: { applicationId: id } })).toBe(0);
  });
});

describe('reading', () => {
  const open = async (id: number, by = as) => api.call(reviewEndpoints.openReading, { as: by, params: { id } });
  const finish = (id: number, reading: number, by = as) =>
    api.call(reviewEndpoints.finishReading, { as: by, params: { id, reading } });
  const read = async (id: number, ms = 35_000) => {
    const reading = (await open(id)).json['id'] as number;
    advanceClock(ms);
    return (await finish(id, reading)).json;
  };

  test('is what a set is signed on: without it nothing is signed, with it everything says who read how long', async () => {
    const { id } = await freeText();
    expect((await decide(id, 'approve_read')).json.error?.message).toContain('还没有阅读');
    expect(await read(id)).toMatchObject({ isRead: true, seconds: 35 });
    expect((await decide(id, 'approve_read')).json).toMatchObject({ outcome: 'approved' });
    expect(await auditOf(id)).toBe('逐份阅读后签署（阅读35秒）');
    const { timeline } = await shown(id);
    expect(timeline.map(({ event, note }) => [event, note]).slice(-2)).toEqual([
      ['letter_read', '35秒'],
      ['approved', ''],
    ]);
    const own = await api.call(certificateEndpoints.showApplication, {
      as: await memberToken({ firmId: firm.id }),
      params: { id },
    });
    expect(JSON.stringify(own.json)).not.toContain('letter_read');
  });

  test('does not count when the letter was hardly open, and may be said again', async () => {
    const { id } = await freeText();
    const reading = (await open(id)).json['id'] as number;
    advanceClock(MIN_READING_MS - 1);
    expect((await finish(id, reading)).json).toMatchObject({ isRead: false });
    expect((await decide(id, 'approve_read')).status).toBe(409);
    advanceClock(1);
    expect((await finish(id, reading)).json).toMatchObject({ isRead: true, seconds: 2 });
    expect((await decide(id, 'approve_read')).status).toBe(200);
  });

  test('of several that lie open at once is counted one after the other: ten are not read in the time of one', async () => {
    const [first, second] = [(await freeText()).id, (await freeText()).id];
    const readings = [Number((await open(first)).json['id']), Number((await open(second)).json['id'])];
    advanceClock(30_000);
    expect((await finish(first, readings[0]!)).json).toMatchObject({ isRead: true, seconds: 30 });
    expect((await finish(second, readings[1]!)).json).toMatchObject({ isRead: false });
    expect((await decide(second, 'approve_read')).status).toBe(409);
    advanceClock(MIN_READING_MS);
    expect((await finish(second, readings[1]!)).json).toMatchObject({ isRead: true, seconds: 2 });
  });

  test('by somebody else is nobody else’s: neither finished nor signed on', async () => {
    const { id } = await freeText();
    const reading = (await open(id)).json['id'] as number;
    advanceClock(10_000);
    expect((await finish(id, reading, other)).status).toBe(404);
    await finish(id, reading);
    expect((await decide(id, 'approve_read', other)).json.error?.message).toContain('还没有阅读');
  });

  test('of a letter that says something else by now is worth nothing', async () => {
    const { id } = await freeText();
    await read(id);
    await Firm.update({ address: '江海市文华区书院街99号' }, { where: { id: firm.id } });
    expect((await decide(id, 'approve_read')).json.error).toMatchObject({ code: 'changed_meanwhile' });
    const again = await open(id);
    expect(again.json).toMatchObject({ isRead: false });
    expect(await read(id)).toMatchObject({ isRead: true });
    expect((await decide(id, 'approve_read')).status).toBe(200);
  });

  test('is remembered: what was read already need not be read again', async () => {
    const { id } = await freeText();
    await read(id);
    expect((await open(id)).json).toMatchObject({ isRead: true, seconds: 35 });
  });

  test('never includes what is in doubt or contradicted', async () => {
    const doubtful = await inDoubt();
    expect((await open(doubtful.id)).json.error?.message).toContain('有1项须核实');
    const clean = await checked();
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    expect((await open(clean.id)).status).toBe(409);
    expect((await decide(clean.id, 'approve_read')).status).toBe(409);
    expect(await Certificate.count({ where: { applicationId: [doubtful.id, clean.id] } })).toBe(0);
  });
});
