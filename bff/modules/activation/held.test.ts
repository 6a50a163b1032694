import { beforeEach, describe, expect, test } from '@jest/globals';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { activationEndpoints as endpoints, type HeldRow } from '../../contract/activation/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { changeEndpoints, type ChangeRow } from '../../contract/two-person/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import { advanceClock, clock } from '../../platform/clock/clock.ts';
import { open as unseal } from '../../platform/crypto/sealed.ts';
import { memberToken } from '../../test/api.ts';
import { makeClerk } from '../../test/factories/clerk.ts';
import { accountOf, DAY, useNewcomer } from '../../test/factories/newcomer.ts';
import { firmData, lawyerData, makeFirm, makeLawyer } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';
import { AuditEntry } from '../audit/model.ts';
import { Message } from '../outbox/model.ts';
import { secretContext } from '../outbox/send-later.ts';
import type { Firm } from '../registry/model.ts';

useOffice();
const scene = useNewcomer();
const { api, open, doTexts, texts } = scene;
const HOUR = 3_600_000;

type Clerk = Awaited<ReturnType<typeof makeClerk>>;
let clerk: Clerk;
let colleague: Clerk;
let firm: Firm;
let serial = 0;
let mailbox = '';
beforeEach(async () => {
  [clerk, colleague] = [await makeClerk('registrar'), await makeClerk('registrar')];
  mailbox = `office${++serial}@example.com`;
  firm = await makeFirm({ personInCharge: '顾长河', email: mailbox });
  await makeLawyer({ name: '顾长河', firmId: firm.id, phone: scene.phone });
  // Whoever is registered has been for a while.
  advanceClock(8 * DAY);
});

const handOut = async (by: Clerk, accountId: number) =>
  api.call(endpoints.handOverCode, { as: await by.token(), params: { id: accountId } });
/** Opens an account by a code over the counter. */
async function openBy(by: Clerk, member: { firmId: number } | { lawyerId: number }, lastSix = ''): Promise<string> {
  const account = await accountOf(member);
  const { status, json } = await handOut(by, account.id);
  expect(status).toBe(200);
  expect((await open({ login: account.login, lastSix, code: json['code'] })).status).toBe(200);
  return memberToken(member);
}
const openFirm = (by = clerk) => openBy(by, { firmId: firm.id });
/** What the door says to an application: 200 for one that only its form keeps out. */
async function door(as: string) {
  const { status, json } = await api.call(certificateEndpoints.submitApplication, { as, body: {} });
  return status === 422 ? 200 : `${status} ${json.error?.code}`;
}
const SHUT = '403 account_held';
const hold = async (as: string) => (await api.call(endpoints.showHold, { as })).json;
const release = async (by: Clerk, accountId: number) =>
  (
    await api.call(endpoints.releaseHeld, {
      as: await by.token(),
      body: { accountIds: [accountId], reason: '已核对执业许可证原件' },
    })
  ).json['results'];
const held = async (by: Clerk) =>
  (await api.call(endpoints.listHeld, { as: await by.token(), query: { limit: '500' } })).json['items'] as HeldRow[];
const firmAccount = async () => (await accountOf({ firmId: firm.id })).id;
async function mailedCode(recipient: string): Promise<string> {
  const where = { template: 'release_code', recipient };
  const message = await Message.findOne({ where, order: [['id', 'DESC']], rejectOnEmpty: true });
  return (JSON.parse(unseal(message.secret ?? '', secretContext(message.id))) as { code: string }).code;
}

describe('a code that one clerk alone has handed out', () => {
  test('opens the account and tells every contact; nothing is issued, shared or changed by it', async () => {
    const as = await openFirm();
    expect(await door(as)).toBe(SHUT);
    const code = { as, body: { number: '19900000009', password: 'x' } };
    expect((await api.call(accountEndpoints.requestPhoneCode, code)).status).toBe(403);
    const session = await api.call(accountEndpoints.showSession, { as });
    expect(session.json['held']).toEqual({ reason: 'code', until: new Date(clock.now() + 72 * HOUR).toISOString() });
    const { json } = await api.call(certificateEndpoints.submitApplication, { as, body: {} });
    expect(json.error?.message).toContain('之前暂不能申请证明');
    expect((await api.call(registryEndpoints.showOwnRecord, { as })).status).toBe(200);
    const told = await Message.findAll({ where: { template: 'account_notice', recipient: mailbox } });
    expect(told.map(({ data }) => data['detail']).join()).toContain('72小时内、或经登记的联系方式确认前');
  });

  test('is vouched for by a second person, not by the clerk; both are in the log', async () => {
    const as = await openFirm();
    const id = await firmAccount();
    expect(await release(clerk, id)).toEqual([{ accountId: id, fault: expect.stringContaining('另一位工作人员') }]);
    expect(await door(as)).toBe(SHUT);
    expect((await held(clerk)).find((row) => row.id === id)).toMatchObject({ mayRelease: false, memberId: firm.id });
    expect((await held(colleague)).find((row) => row.id === id)).toMatchObject({ mayRelease: true, reason: 'code' });
    expect(await release(colleague, id)).toEqual([{ accountId: id, fault: null }]);
    expect(await door(as)).toBe(200);
    expect(await hold(as)).toBeNull();
    const log = await AuditEntry.findOne({ where: { action: 'account.released', targetId: id }, rejectOnEmpty: true });
    expect(log.detail).toBe('已核对执业许可证原件');
    expect(await release(colleague, id)).toEqual([{ accountId: id, fault: expect.stringContaining('没有待确认') }]);
  });

  test('nor by whoever changed the contacts', async () => {
    const { version: _v, ...input } = firmData({ licenceNo: firm.licenceNo, uscc: firm.uscc, name: firm.name });
    const body = { ...input, personInCharge: '顾长河', email: mailbox, phone: '07006889999', version: firm.version };
    const change = { as: await colleague.token(), params: { id: firm.id }, body };
    expect((await api.call(registryEndpoints.updateFirm, change)).status).toBe(200);
    await openFirm();
    expect(await release(colleague, await firmAccount())).toMatchObject([{ fault: expect.any(String) }]);
  });

  test('is vouched for by a code to the registered mailbox, or to the mobile of the head', async () => {
    const as = await openFirm();
    expect(await hold(as)).toMatchObject({
      phone: `199****${scene.phone.slice(-4)}`,
      email: expect.stringContaining('*'),
    });
    const sent = await api.call(endpoints.requestReleaseCode, { as, body: { by: 'email' } });
    expect(sent.json).toMatchObject({ minutes: 10 });
    const code = await mailedCode(mailbox);
    const wrong = code === '123456' ? '654321' : '123456';
    expect((await api.call(endpoints.releaseByCode, { as, body: { code: wrong } })).status).toBe(422);
    expect(await door(as)).toBe(SHUT);
    expect((await api.call(endpoints.releaseByCode, { as, body: { code } })).status).toBe(200);
    expect(await door(as)).toBe(200);

    const other = await openBy(clerk, { lawyerId: scene.lawyer.id }, scene.lastSix);
    expect(await door(other)).toBe(SHUT);
    // Texts to one number go out one a minute.
    advanceClock(61_000);
    await doTexts();
    advanceClock(61_000);
    await api.call(endpoints.requestReleaseCode, { as: other, body: { by: 'phone' } });
    await doTexts();
    const digits = (await texts(scene.phone)).map(({ params }) => params[0] ?? '').find((one) => /^\d{6}$/.test(one));
    expect((await api.call(endpoints.releaseByCode, { as: other, body: { code: digits } })).status).toBe(200);
    expect(await door(other)).toBe(200);
  });

  test('is not vouched for by a contact that the same clerk entered, nor by one that is new', async () => {
    const input = firmData({ email: 'clerk@example.com' });
    const made = await api.call(registryEndpoints.createFirm, { as: await clerk.token(), body: input });
    const firmId = Number(made.json['id']);
    advanceClock(8 * DAY);
    const as = await openBy(clerk, { firmId });
    expect(await hold(as)).toMatchObject({ reason: 'code', phone: null, email: null });
    expect((await api.call(endpoints.requestReleaseCode, { as, body: { by: 'email' } })).status).toBe(409);

    const fresh = await makeFirm({ email: 'fresh@example.com' });
    expect(await hold(await openBy(clerk, { firmId: fresh.id }))).toMatchObject({ reason: 'code', email: null });
  });

  test('is good for everything after 72 hours in which nobody has objected, not a moment before', async () => {
    await openFirm();
    advanceClock(72 * HOUR - 1);
    expect(await door(await memberToken({ firmId: firm.id }))).toBe(SHUT);
    advanceClock(1);
    expect(await door(await memberToken({ firmId: firm.id }))).toBe(200);
    expect((await held(colleague)).some((row) => row.memberId === firm.id)).toBe(false);
  });

  test('is worth nothing more once somebody has objected and an administrator agrees', async () => {
    await openFirm();
    const id = await firmAccount();
    const objection = { params: { id }, body: { reason: '律所来电称并非本所开通' } };
    const answer = await api.call(endpoints.objectToHeld, { as: await clerk.token(), ...objection });
    expect(answer.status).toBe(200);
    // Another code to a contact does not answer an objection.
    expect(await hold(await memberToken({ firmId: firm.id }))).toMatchObject({ reason: 'objected', email: null });
    advanceClock(72 * HOUR - 1);
    expect(await door(await memberToken({ firmId: firm.id }))).toBe(SHUT);
    const administrator = await (await makeClerk('administrator')).token();
    const change = answer.json['waiting'] as ChangeRow;
    const confirmed = await api.call(changeEndpoints.confirmChange, { as: administrator, params: { id: change.id } });
    expect(confirmed.status).toBe(200);
    expect((await accountOf({ firmId: firm.id })).passwordHash).toBeNull();
    expect((await held(colleague)).some((row) => row.id === id)).toBe(false);
  });

  test('an objection that was none is answered by a second person, and nothing is taken back', async () => {
    const as = await openFirm();
    const id = await firmAccount();
    const objection = { as: await clerk.token(), params: { id }, body: { reason: '电话无人接听' } };
    const { waiting } = (await api.call(endpoints.objectToHeld, objection)).json as { waiting: ChangeRow };
    expect(await release(colleague, id)).toEqual([{ accountId: id, fault: null }]);
    expect(await door(as)).toBe(200);
    const administrator = await (await makeClerk('administrator')).token();
    const confirmed = await api.call(changeEndpoints.confirmChange, { as: administrator, params: { id: waiting.id } });
    expect(confirmed.status).toBe(409);
  });
});

test('what went from us to a registered contact and no clerk has seen holds nothing', async () => {
  const id = await firmAccount();
  const body = { accountIds: [id], by: 'email' };
  await api.call(endpoints.sendActivations, { as: await clerk.token(), body });
  const where = { template: 'activation_code', recipient: mailbox };
  const message = await Message.findOne({ where, rejectOnEmpty: true });
  const { code } = JSON.parse(unseal(message.secret ?? '', secretContext(message.id))) as { code: string };
  expect((await open({ login: firm.licenceNo, lastSix: '', code })).status).toBe(200);
  expect(await door(await memberToken({ firmId: firm.id }))).toBe(200);

  expect((await open({ code: await scene.textedCode() })).status).toBe(200);
  expect(await door(await memberToken({ lawyerId: scene.lawyer.id }))).toBe(200);
});

describe('whoever enters what opens an account', () => {
  let six = '';
  /** Gives the lawyer another identity number. */
  async function renumber(by: Clerk) {
    const { id, version, licenceNo, phone, email } = await scene.lawyer.reload();
    const { version: _v, ...input } = lawyerData({ licenceNo, phone, email });
    six = (input.identityNumber ?? '').slice(-6);
    const answer = await api.call(registryEndpoints.updateLawyer, {
      as: await by.token(),
      params: { id },
      body: { ...input, version },
    });
    expect(answer.status).toBe(200);
    return (await accountOf({ lawyerId: id })).id;
  }
  const changes = async (by: Clerk) =>
    (await api.call(endpoints.listMemberChanges, { as: await by.token() })).json['items'] as { id: number }[];
  const confirm = async (by: Clerk, id: number) =>
    api.call(endpoints.confirmMemberChange, {
      as: await by.token(),
      params: { id },
      body: { reason: '已核对身份证原件' },
    });

  test('a new identity number: hands out no code, in no way, for seven days; what a colleague hands out is held', async () => {
    const accountId = await renumber(clerk);
    const refusal = { status: 409, json: { error: { message: expect.stringContaining('证件号码由您登记') } } };
    expect(await handOut(clerk, accountId)).toMatchObject(refusal);
    const letters = { as: await clerk.token(), body: { accountIds: [accountId] } };
    expect(await api.call(endpoints.printActivations, letters)).toMatchObject(refusal);
    const as = await openBy(colleague, { lawyerId: scene.lawyer.id }, six);
    expect(await hold(as)).toEqual({ reason: 'change', until: null, phone: null, email: null });
    advanceClock(100 * HOUR);
    const later = await memberToken({ lawyerId: scene.lawyer.id });
    expect(await door(later)).toBe(SHUT);
    const second = [await release(clerk, accountId), await release(colleague, accountId)];
    expect(second).toMatchObject([[{ fault: expect.any(String) }], [{ fault: expect.any(String) }]]);
    expect(await release(await makeClerk('service'), accountId)).toEqual([{ accountId, fault: null }]);
    expect(await door(later)).toBe(200);
  });

  test('a new identity number after the code was handed out holds what that code opens as well', async () => {
    const { id } = await accountOf({ lawyerId: scene.lawyer.id });
    const { code } = (await handOut(clerk, id)).json;
    await renumber(clerk);
    advanceClock(8 * DAY);
    expect((await open({ lastSix: six, code })).status).toBe(200);
    expect(await hold(await memberToken({ lawyerId: scene.lawyer.id }))).toMatchObject({
      reason: 'change',
      until: null,
    });
  });

  test('a new identity number that a second person has looked at is as any other', async () => {
    const accountId = await renumber(clerk);
    const [change] = (await changes(clerk)).slice(-1);
    expect(change).toMatchObject({ field: 'identity', subjectId: scene.lawyer.id, mayConfirm: false });
    expect((await confirm(clerk, change!.id)).status).toBe(403);
    expect((await confirm(colleague, change!.id)).status).toBe(200);
    expect((await confirm(colleague, change!.id)).status).toBe(409);
    expect((await AuditEntry.findAll()).map(({ detail }) => detail).join()).not.toContain(six);
    expect((await handOut(clerk, accountId)).status).toBe(200);
    expect((await changes(colleague)).some(({ id }) => id === change!.id)).toBe(false);
  });

  test('after seven days whoever entered it hands out codes again, and is waited for as for every other', async () => {
    await renumber(clerk);
    advanceClock(7 * DAY);
    const as = await openBy(clerk, { lawyerId: scene.lawyer.id }, six);
    expect(await hold(as)).toMatchObject({ reason: 'code', phone: expect.any(String) });
  });

  test('a new head of a firm that nobody has used: the same, by mail and text too', async () => {
    const { version: _v, ...input } = firmData({ licenceNo: firm.licenceNo, uscc: firm.uscc, name: firm.name });
    const body = { ...input, personInCharge: '徐海', email: mailbox, phone: firm.phone, version: firm.version };
    const change = { as: await clerk.token(), params: { id: firm.id }, body };
    expect((await api.call(registryEndpoints.updateFirm, change)).status).toBe(200);
    const id = await firmAccount();
    const refusal = expect.stringContaining('负责人由您登记');
    expect(await handOut(clerk, id)).toMatchObject({ status: 409, json: { error: { message: refusal } } });
    const sending = { as: await clerk.token(), body: { accountIds: [id], by: 'email' } };
    const sent = await api.call(endpoints.sendActivations, sending);
    expect(sent.json['results']).toEqual([{ accountId: id, fault: refusal }]);
    const as = await openFirm(colleague);
    expect(await hold(as)).toMatchObject({ reason: 'change', until: null });
  });

  test('a new member: may hand out the code, and is not the only one who vouches for it', async () => {
    const body = lawyerData({ email: 'new@example.com' });
    const made = await api.call(registryEndpoints.createLawyer, { as: await clerk.token(), body });
    const lawyerId = Number(made.json['id']);
    const as = await openBy(clerk, { lawyerId }, (body.identityNumber ?? '').slice(-6));
    expect(await hold(as)).toEqual({ reason: 'entered', until: null, phone: null, email: null });
    const other = lawyerData({ email: 'new@example.com' });
    const again = await api.call(registryEndpoints.createLawyer, { as: await clerk.token(), body: other });
    const by = await openBy(colleague, { lawyerId: Number(again.json['id']) }, (other.identityNumber ?? '').slice(-6));
    expect(await hold(by)).toMatchObject({ reason: 'code' });
  });
});
