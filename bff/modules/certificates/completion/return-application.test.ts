import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { certificateEndpoints as endpoints } from '../../../contract/certificates/endpoints.ts';
import { reviewEndpoints } from '../../../contract/review/endpoints.ts';
import { addDays, DAY_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { PNG } from '../../../test/files.ts';
import { approve, certificateOf, eventsOf, newKey, seenOf, submit } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import type { MemberActor } from '../../../actor.ts';
import { AuditEntry } from '../../audit/model.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Application } from '../model.ts';
import { completeApplication } from './complete-application.ts';

useOffice();
const api = useApi();
afterAll(releaseClock);

const OTHER = { type: 'firm-other', since: undefined, freeText: '请证明本所的会费缴纳情况。' } as const;
const FORM = { type: 'firm-other', email: 'post@example.com', freeText: '请证明本所2025年度的会费缴纳情况。' };
const VERDICT = { verdict: 'return', reason: '没有写明年度', request: '请写明需要证明哪一年' };

let actor: MemberActor;
let member = '';
let stranger = '';
let staff = '';
let firmId = 0;
let strangers = 0;
let day = clock.today();
beforeAll(async () => {
  const firm = await makeFirm();
  firmId = firm.id;
  actor = await memberActor({ firmId });
  strangers = (await makeFirm()).id;
});
/** It is so late now; sessions of before are over. */
async function freeze(at: number): Promise<void> {
  freezeClock(at);
  member = await memberToken({ firmId });
  stranger = await memberToken({ firmId: strangers });
  staff = await staffToken('reviewer');
}
const pass = (ms: number) => freeze(clock.now() + ms);
/** Each on a day of its own, in the morning. */
beforeEach(async () => {
  day = addDays(day, 40);
  await freeze(startOfShanghaiDay(day) + 9 * 3_600_000);
});

const decide = async (id: number, body: { verdict: string; seen?: string }) => {
  const seen = (await seenOf(id)).slice(0, body.verdict === 'approve_checked' ? 24 : 64);
  const sent = body.verdict === 'approve_read' ? body : { seen, ...body };
  return api.call(endpoints.decideApplication, { as: staff, params: { id }, body: sent });
};
const complete = (id: number, body: object = FORM, as = member) =>
  api.call(endpoints.completeApplication, { as, params: { id }, body: { idempotencyKey: newKey(), ...body } });
const show = async (id: number) => (await api.call(endpoints.showApplication, { as: member, params: { id } })).json;
const rowOf = (id: number) => Application.findByPk(id, { rejectOnEmpty: true });
const returned = async () => {
  const { id } = await submit(actor, OTHER);
  expect((await decide(id, VERDICT)).status).toBe(200);
  return id;
};

describe('a reviewer returns an application for completion', () => {
  test('the member is told why, what is missing and until when; the log says who did it', async () => {
    const id = await returned();
    expect(await show(id)).toMatchObject({
      state: 'returned',
      outcome: null,
      returned: { reason: '没有写明年度', request: '请写明需要证明哪一年', lastDay: addDays(day, 15) },
      can: { complete: true, withdraw: true },
    });
    const entry = await InboxEntry.findOne({ where: { event: 'returned', subjectId: id } });
    expect(entry?.body).toContain('请写明需要证明哪一年');
    expect(entry?.body).toContain(addDays(day, 15));
    const [line] = await AuditEntry.findAll({ where: { action: 'application.returned', targetId: id } });
    expect(line?.detail).toBe('没有写明年度\n需补正：请写明需要证明哪一年');
    expect(JSON.stringify(await show(id))).not.toContain(staffActor('reviewer').name);
  });

  test.each([
    ['no reason', { verdict: 'return', request: '补充' }, 'reason'],
    ['nothing to complete', { verdict: 'return', reason: '不清', request: ' \n' }, 'request'],
    ['too many words', { verdict: 'return', reason: '不清', request: '补'.repeat(301) }, 'request'],
  ])('with %s it is refused', async (_what, body, field) => {
    const { id } = await submit(actor, OTHER);
    expect(Object.keys((await decide(id, body)).json.error?.fields ?? {})).toEqual([field]);
    expect((await rowOf(id)).state).toBe('pending');
  });

  test('nobody decides it meanwhile: neither one by one, nor in a batch, nor by reading', async () => {
    const id = await returned();
    for (const body of [
      { verdict: 'approve' },
      { verdict: 'approve_checked' },
      { verdict: 'approve_read' },
      { verdict: 'reject', opinion: '不予出具' },
      VERDICT,
    ]) {
      const { status, json } = await decide(id, body);
      expect([status, json.error?.message]).toEqual([409, '该申请已退回补正，申请人重新提交后再审核']);
    }
    expect((await api.call(reviewEndpoints.openReading, { as: staff, params: { id } })).status).toBe(409);
    const filters = ['state=pending', 'way=reading', 'way=batch', 'way=desk', 'waited=4h'];
    for (const filter of filters) {
      const query = Object.fromEntries(new URLSearchParams(`${filter}&limit=100`));
      const { json } = await api.call(endpoints.listQueue, { as: staff, query });
      expect((json['items'] as { id: number }[]).map((row) => row.id)).not.toContain(id);
    }
  });
});

describe('the member completes it', () => {
  test('under the same number; it is judged anew and waits for a person', async () => {
    const id = await returned();
    const { number } = await rowOf(id);
    await pass(DAY_MS);
    const { status, json } = await complete(id);
    expect([status, json]).toMatchObject([
      200,
      { state: 'pending', number, freeText: FORM.freeText, returned: null, can: { complete: false, withdraw: true } },
    ]);
    expect(await eventsOf(id)).toEqual(['submitted', 'referred', 'returned', 'completed']);
    await approve(id);
    expect((await certificateOf(id)).number).toBe(number);
  });

  test('the time it waited for the member is nobody’s delay', async () => {
    const id = await returned();
    await pass(5 * DAY_MS);
    const age = async () => {
      const query = { applicantKind: 'firm', applicantId: String(firmId), limit: '1' };
      const { json } = await api.call(endpoints.listQueue, { as: staff, query });
      return (json['items'] as { ageMinutes: number }[])[0]?.ageMinutes;
    };
    expect(await age()).toBe(0);
    await complete(id);
    const old = async () =>
      (await api.call(endpoints.listQueue, { as: staff, query: { waited: '1d', limit: '100' } })).json['items'];
    expect(((await old()) as { id: number }[]).map((row) => row.id)).not.toContain(id);
    await pass(30 * 60_000);
    await approve(id);
    expect(await age()).toBe(30);
    const { json } = await api.call(reviewEndpoints.showReviewStatistics, { as: staff, query: { days: '30' } });
    expect(json['medianMinutes']).toBe(30);
  });

  test('not as another type, not by another member, and every fault of the form is named', async () => {
    const id = await returned();
    const asOther = await complete(id, { type: 'firm-clean', email: 'post@example.com', since: '2022-01-01' });
    expect(Object.keys(asOther.json.error?.fields ?? {})).toEqual(['type']);
    expect((await complete(id, FORM, stranger)).status).toBe(404);
    const faulty = await complete(id, { type: 'firm-other', email: 'nobody', freeText: '' });
    expect(Object.keys(faulty.json.error?.fields ?? {}).sort()).toEqual(['email', 'freeText']);
    expect((await rowOf(id)).state).toBe('returned');
  });

  test('or withdraws it', async () => {
    const id = await returned();
    expect((await api.call(endpoints.withdrawApplication, { as: member, params: { id } })).status).toBe(200);
    expect((await complete(id)).status).toBe(409);
    await pass(20 * DAY_MS);
    await doDueWork();
    expect((await rowOf(id)).state).toBe('withdrawn');
  });
});

describe('what was completed since is decided by nobody who has not seen it', () => {
  const CHANGED = [409, 'changed_meanwhile', '申请人已补正并重新提交，请重新查看后再决定'];

  test.each([
    { verdict: 'approve' },
    { verdict: 'reject', opinion: '没有写明年度，不予出具' },
    { verdict: 'return', reason: '没有写明年度', request: '请写明年度' },
  ])('on a page from before: $verdict', async (verdict) => {
    const { id } = await submit(actor, OTHER);
    const seen = await seenOf(id);
    await decide(id, VERDICT);
    await complete(id);
    const { status, json } = await decide(id, { ...verdict, seen });
    expect([status, json.error?.code, json.error?.message]).toEqual(CHANGED);
    expect(await rowOf(id)).toMatchObject({ state: 'pending', freeText: FORM.freeText });
    expect((await decide(id, { ...verdict, seen: await seenOf(id) })).status).toBe(200);
  });

  test('nor signed on the reading of a letter that says the same, but was sent with something else', async () => {
    const { id } = await submit(actor, { ...OTHER, freeText: FORM.freeText });
    const read = async () => {
      const { json } = await api.call(reviewEndpoints.openReading, { as: staff, params: { id } });
      freezeClock(clock.now() + 60_000);
      await api.call(reviewEndpoints.finishReading, { as: staff, params: { id, reading: Number(json['id']) } });
    };
    await read();
    await decide(id, VERDICT);
    await complete(id, { ...FORM, remark: '年度见情况说明' });
    const { status, json } = await decide(id, { verdict: 'approve_read' });
    expect([status, json.error?.code]).toEqual([409, 'changed_meanwhile']);
    await read();
    expect((await decide(id, { verdict: 'approve_read' })).json).toMatchObject({ outcome: 'approved' });
  });
});

describe('the time for it', () => {
  test('ends with its last day: then it is closed, and the member hears of it', async () => {
    const id = await returned();
    await freeze(startOfShanghaiDay(addDays(day, 16)) - 1);
    await doDueWork();
    expect((await rowOf(id)).state).toBe('returned');
    await pass(1);
    await doDueWork();
    expect(await show(id)).toMatchObject({ state: 'lapsed', outcome: null, returned: null, can: { complete: false } });
    expect(await InboxEntry.count({ where: { event: 'lapsed', subjectId: id } })).toBe(1);
    const late = await complete(id);
    expect([late.status, late.json.error?.message]).toEqual([409, '补正期限已过，该申请已关闭，请重新申请']);
  });

  test('begins anew with another return', async () => {
    const id = await returned();
    await pass(10 * DAY_MS);
    await complete(id);
    await decide(id, VERDICT);
    await freeze(startOfShanghaiDay(addDays(day, 16)) + 1);
    await doDueWork();
    expect((await rowOf(id)).state).toBe('returned');
    await freeze(startOfShanghaiDay(addDays(day, 26)) + 1);
    await doDueWork();
    expect((await rowOf(id)).state).toBe('lapsed');
  });
});

describe('files', () => {
  const proof = async (by = actor) => (await uploadFile({ actor: by, name: '委托书.png', bytes: PNG })).token;
  let form: Parameters<typeof submit>[1] & { type: string };
  beforeAll(async () => {
    const firm = await makeFirm();
    const gone = await makeLawyer({ firmId: firm.id, status: 'cancelled' });
    form = {
      type: 'firm-former-lawyer-clean',
      formerLawyer: { licenceNo: gone.licenceNo, name: gone.name },
      since: '2022-01-01',
      consent: true,
    };
  });
  const namesOf = async (id: number) =>
    ((await show(id))['attachments'] as { id: string; name: string }[]).map((file) => file.id);

  test('kept, added and taken off with the completion', async () => {
    const [first, second, third] = [await proof(), await proof(), await proof()];
    const { id } = await submit(actor, { ...form, attachments: [first, second] });
    await decide(id, VERDICT);
    const body = { ...form, email: 'post@example.com', attachments: [second, third] };
    expect((await complete(id, body)).status).toBe(200);
    expect(await namesOf(id)).toEqual([second, third]);
  });

  test('of an earlier application go along with a new one, which has rows of its own', async () => {
    const token = await proof();
    const { id } = await submit(actor, { ...form, attachments: [token] });
    const again = await submit(actor, { ...form, attachments: [token, await proof()] });
    expect(await namesOf(again.id)).toHaveLength(2);
    expect(await namesOf(again.id)).not.toContain(token);
    expect(await namesOf(id)).toEqual([token]);
  });

  test('of another member are refused, whether attached or not, and so is one that is gone', async () => {
    const other = await memberActor({ firmId: (await makeFirm()).id });
    const [theirs, attached] = [await proof(other), await proof(other)];
    await submit(other, { ...form, attachments: [attached] });
    for (const token of [theirs, attached, 'x'.repeat(22)]) {
      const body = { ...form, email: 'post@example.com', attachments: [token], idempotencyKey: newKey() };
      const answer = await api.call(endpoints.submitApplication, { as: member, body });
      expect([answer.status, answer.json.error?.fields]).toEqual([
        422,
        { attachments: '有附件已失效，请移除后重新上传' },
      ]);
    }
    const { id } = await submit(actor, { ...form, attachments: [await proof()] });
    await decide(id, VERDICT);
    await expect(
      completeApplication({
        actor,
        id,
        idempotencyKey: newKey(),
        content: { ...form, email: 'post@example.com', purpose: '', paper: null, remark: '', attachments: [attached] },
      }),
    ).rejects.toMatchObject({ code: 'invalid_fields' });
  });
});
