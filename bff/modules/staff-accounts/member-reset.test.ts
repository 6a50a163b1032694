import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { activationEndpoints } from '../../contract/activation/endpoints.ts';
import { changeEndpoints, type ChangeRow } from '../../contract/two-person/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import { jobs } from '../../jobs.ts';
import '../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { decrypt } from '../../platform/crypto/encryption.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { memberToken, signedIn, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, lawyerData, makeLawyer, makeStaffAccount } from '../../test/factories/registry.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { AuditEntry } from '../audit/model.ts';
import { Message } from '../outbox/model.ts';
import { secretContext } from '../outbox/send-later.ts';
import type { Lawyer } from '../registry/model.ts';
import { WechatBinding } from '../wechat/model.ts';
import { Account } from '../accounts/model.ts';

useDatabase();
useSandbox();
const api = useApi();
const [PASSWORD, NEXT] = ['correct horse 1', 'battery staple 2'];
const DAY = 86_400_000;
let serial = 0;
let lawyer: Lawyer;
let lastSix = '';
let mail = '';
beforeEach(async () => {
  freezeClock(clock.now());
  mail = `own${++serial}@example.com`;
  const input = lawyerData({ phone: `1992000${String(1000 + serial)}`, email: mail });
  lastSix = (input.identityNumber ?? '').slice(-6).toLowerCase();
  lawyer = await makeLawyer(input);
  await givePassword({ lawyerId: lawyer.id }, PASSWORD);
});
afterEach(releaseClock);

/** Somebody of the staff: one account, however often signed in again after an idle week. */
async function clerk(role: 'registrar' | 'service' | 'administrator') {
  const account = await makeStaffAccount(`clerk${++serial}`, PASSWORD, [role]);
  return { id: account.id, token: () => signedIn(account) };
}
const reset = (as: string, by: string, kind = 'lawyer', id = lawyer.id) =>
  api.call(staffEndpoints.resetMemberPassword, { as, body: { kind, id, reason: '本人来电，已核对', by } });
async function change(as: string, more: object) {
  const { id, version, licenceNo, phone, email } = await lawyer.reload();
  const { version: _v, identityNumber: _n, ...input } = lawyerData({ licenceNo, phone, email });
  const answer = await api.call(registryEndpoints.updateLawyer, {
    as,
    params: { id },
    body: { ...input, ...more, version },
  });
  expect(answer.status).toBe(200);
}
const mailsTo = (recipient: string, template = 'account_notice') => Message.count({ where: { recipient, template } });
async function mailedCode(recipient: string): Promise<string> {
  const where = { template: 'reset_code', recipient };
  const message = await Message.findOne({ where, order: [['id', 'DESC']], rejectOnEmpty: true });
  return (JSON.parse(decrypt(message.secret ?? '', secretContext(message.id))) as { code: string }).code;
}
const signIn = async (password: string) =>
  (
    await api.call(accountEndpoints.signIn, {
      body: { login: lawyer.licenceNo, password, tokenIn: 'reply' },
    })
  ).status;

test('who entered a contact has no code sent to it: somebody else does', async () => {
  const me = await clerk('registrar');
  const input = lawyerData({ phone: `1992001${String(1000 + serial)}`, email: 'mine@example.com' });
  const created = await api.call(registryEndpoints.createLawyer, { as: await me.token(), body: input });
  expect(created.status).toBe(200);
  const id = Number(created.json['id']);
  await givePassword({ lawyerId: id }, PASSWORD);
  const refusal = await reset(await me.token(), 'email', 'lawyer', id);
  expect([refusal.status, refusal.json.error?.message]).toEqual([409, expect.stringContaining('另一位工作人员')]);
  expect((await reset(await (await clerk('service')).token(), 'email', 'lawyer', id)).status).toBe(200);
});

describe('a member who has forgotten the password', () => {
  test('is sent a code at the registered contact; staff see neither it nor a password, the old one stays until then', async () => {
    const { token } = await clerk('registrar');
    const device = await memberToken({ lawyerId: lawyer.id });
    const answer = await reset(await token(), 'email');
    expect(answer.json).toEqual({ sentTo: expect.stringContaining('*'), minutes: 10 });
    expect(await signIn(PASSWORD)).toBe(200);
    const code = await mailedCode(mail);
    expect(answer.bytes.toString()).not.toContain(code);
    expect(await mailsTo(mail)).toBe(1);
    const body = { login: lawyer.licenceNo, code, next: NEXT };
    expect((await api.call(accountEndpoints.resetPassword, { body })).status).toBe(200);
    expect([await signIn(PASSWORD), await signIn(NEXT)]).toEqual([401, 200]);
    expect((await api.call(accountEndpoints.showSession, { as: device })).status).toBe(401);
    // Told of the sending, and of the new password.
    expect(await mailsTo(mail)).toBe(2);
    const entries = await AuditEntry.findAll({ where: { action: 'password.code-sent', targetKind: 'account' } });
    expect(JSON.stringify(entries)).toContain('本人来电');
    expect(JSON.stringify(entries)).not.toContain(code);
  });

  test('is told at the contact before as well, however long ago one of the staff changed it', async () => {
    await change(await (await clerk('registrar')).token(), { email: 'clerk@example.com' });
    advanceClock(60 * DAY);
    const told = await mailsTo(mail);
    expect((await reset(await (await clerk('service')).token(), 'email')).status).toBe(200);
    expect(await mailsTo(mail)).toBe(told + 1);
    expect(await mailsTo(mail, 'reset_code')).toBe(0);
  });

  test('is not flooded by one of the staff, and is helped by another', async () => {
    const as = await (await clerk('service')).token();
    const statuses: number[] = [];
    for (const by of ['email', 'activation', 'email', 'activation', 'email'])
      statuses.push((await reset(as, by)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(await mailsTo(mail)).toBe(3);
    expect((await reset(await (await clerk('registrar')).token(), 'email')).status).toBe(200);
  });

  test('gets a text as well', async () => {
    const { token } = await clerk('service');
    expect((await reset(await token(), 'phone')).json).toMatchObject({ minutes: 10 });
    expect(await Message.count({ where: { template: 'reset_text', recipient: lawyer.phone } })).toBe(1);
  });

  test.each(['email', 'phone'] as const)(
    'gets none at a new %s for 7 days, nor ever from who changed it',
    async (by) => {
      const one = await clerk('registrar');
      const another = await clerk('registrar');
      const value = by === 'email' ? `thief${serial}@example.com` : `1993000${String(1000 + serial)}`;
      await change(await one.token(), { [by]: value });
      const refused = { status: 409, json: { error: { code: 'wrong_state' } } };
      expect(await reset(await another.token(), by)).toMatchObject(refused);
      advanceClock(7 * DAY);
      expect(await reset(await one.token(), by)).toMatchObject(refused);
      expect(await reset(await another.token(), by)).toMatchObject({ status: 200 });
      const template = by === 'email' ? 'reset_code' : 'reset_text';
      expect(await mailsTo(value, template)).toBe(1);
    },
  );
});

describe('notices', () => {
  test('go to the contact from before for 7 days as well, whatever one person changes', async () => {
    const { token } = await clerk('registrar');
    const thief = `thief${serial}@example.com`;
    await change(await token(), { email: thief });
    expect([await mailsTo(mail), await mailsTo(thief)]).toEqual([1, 0]);
    await change(await token(), { email: `other${serial}@example.com` });
    expect(await mailsTo(mail)).toBe(2);
    await reset(await token(), 'phone');
    expect(await mailsTo(mail)).toBe(3);
    advanceClock(7 * DAY);
    await reset(await token(), 'phone');
    expect(await mailsTo(mail)).toBe(3);
  });

  test('tell of another licence number, which is the login', async () => {
    const { token } = await clerk('registrar');
    await change(await token(), { licenceNo: lawyerData().licenceNo });
    const where = { recipient: mail, template: 'account_notice' };
    const { data } = await Message.findOne({ where, rejectOnEmpty: true });
    expect(data).toMatchObject({ detail: expect.stringContaining('执业证号') });
  });
});

describe('a member who has none of the registered contacts', () => {
  const waitingIn = async (as: string) => (await reset(as, 'activation')).json['waiting'] as ChangeRow;
  const confirm = (as: string, id: number) => api.call(changeEndpoints.confirmChange, { as, params: { id } });
  const hand = async (as: string) => {
    const { id } = await Account.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
    return api.call(activationEndpoints.handOverCode, { as, params: { id } });
  };

  test('needs two persons; then the account is as before its first use, and a code opens it', async () => {
    const asker = await clerk('registrar');
    const { id: accountId } = await Account.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
    const now = { boundAt: clock.now(), lastUsedAt: clock.now(), label: '', unionid: null, proof: 'password' as const };
    await WechatBinding.create({ accountId, appid: 'wx', openid: `openid${serial}`, ...now });
    const waiting = await waitingIn(await asker.token());
    expect(await mailsTo(mail)).toBe(1);
    // Nothing has happened yet.
    expect([await signIn(PASSWORD), (await hand(await asker.token())).status]).toEqual([200, 409]);
    expect((await confirm(await asker.token(), waiting.id)).status).toBe(403);
    expect((await confirm(await (await clerk('registrar')).token(), waiting.id)).status).toBe(403);
    const chief = await clerk('administrator');
    expect((await confirm(await chief.token(), waiting.id)).json).toMatchObject({ given: null });
    expect(await mailsTo(mail)).toBe(2);
    expect([await signIn(PASSWORD), await WechatBinding.count({ where: { accountId } })]).toEqual([401, 0]);
    // Who asked does not hold what opens it: another colleague hands the code out.
    expect((await hand(await asker.token())).status).toBe(409);
    const { code } = (await hand(await (await clerk('service')).token())).json;
    const body = { login: lawyer.licenceNo, lastSix, code, next: NEXT };
    expect((await api.call(activationEndpoints.activate, { body })).status).toBe(200);
    expect(await signIn(NEXT)).toBe(200);
    expect(await mailsTo(mail)).toBe(4);
  });

  test('is not let in by a contact from the register, which the asker may have entered', async () => {
    const asker = await clerk('registrar');
    const thief = `1994000${String(1000 + serial)}`;
    await change(await asker.token(), { phone: thief });
    advanceClock(7 * DAY);
    const waiting = await waitingIn(await asker.token());
    expect((await confirm(await (await clerk('administrator')).token(), waiting.id)).status).toBe(200);
    const asked = { login: lawyer.licenceNo, lastSix };
    expect((await api.call(activationEndpoints.requestActivationText, { body: asked })).status).toBe(200);
    await runDueJobs({ 'send-activation-text': jobs['send-activation-text'] });
    expect(await Message.count({ where: { template: 'activate_text', recipient: thief } })).toBe(0);
    const query = { kind: 'lawyer', id: String(lawyer.id) };
    const { json } = await api.call(activationEndpoints.showActivation, { as: await asker.token(), query });
    expect(json).toMatchObject({ hasMobile: false });
  });

  test('what was asked of a password that its owner has replaced since comes to nothing', async () => {
    const waiting = await waitingIn(await (await clerk('registrar')).token());
    await givePassword({ lawyerId: lawyer.id }, NEXT);
    expect((await confirm(await (await clerk('administrator')).token(), waiting.id)).status).toBe(409);
    expect(await signIn(NEXT)).toBe(200);
  });

  test('ends whatever else was asked about the account', async () => {
    const first = await waitingIn(await (await clerk('registrar')).token());
    const second = await waitingIn(await (await clerk('service')).token());
    const chief = await clerk('administrator');
    expect((await confirm(await chief.token(), first.id)).status).toBe(200);
    await givePassword({ lawyerId: lawyer.id }, NEXT);
    expect((await confirm(await chief.token(), second.id)).status).toBe(409);
    expect(await signIn(NEXT)).toBe(200);
  });

  test('an administrator who asks does not confirm alone', async () => {
    const chief = await clerk('administrator');
    const waiting = await waitingIn(await chief.token());
    expect((await confirm(await chief.token(), waiting.id)).status).toBe(403);
    expect(await signIn(PASSWORD)).toBe(200);
  });

  test('of an account that has another login since, nothing is taken back', async () => {
    const asker = await clerk('registrar');
    const waiting = await waitingIn(await asker.token());
    await change(await asker.token(), { licenceNo: lawyerData().licenceNo });
    const answer = await confirm(await (await clerk('administrator')).token(), waiting.id);
    expect(answer).toMatchObject({ status: 409, json: { error: { code: 'changed_meanwhile' } } });
  });
});
