import { describe, expect, test } from '@jest/globals';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { activationEndpoints as endpoints } from '../../contract/activation/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { changeEndpoints, type ChangeRow } from '../../contract/two-person/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import { advanceClock, clock } from '../../platform/clock/clock.ts';
import { memberToken } from '../../test/api.ts';
import { mailedCode, makeClerk, SHUT, useCounter } from '../../test/factories/counter.ts';
import { accountOf, DAY } from '../../test/factories/newcomer.ts';
import { firmData, makeFirm } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';
import { AuditEntry } from '../audit/model.ts';
import { Message } from '../outbox/model.ts';

useOffice();
const scene = useCounter();
const { api, open, doTexts, texts, openBy, openFirm, door, hold, release, held, firmAccount } = scene;
const HOUR = 3_600_000;

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
    const told = await Message.findAll({ where: { template: 'account_notice', recipient: scene.mailbox } });
    expect(told.map(({ data }) => data['detail']).join()).toContain('72小时内、或经登记的联系方式确认前');
  });

  test('is vouched for by a second person, not by the clerk; both are in the log', async () => {
    const as = await openFirm();
    const id = await firmAccount();
    expect(await release(scene.clerk, id)).toEqual([
      { accountId: id, fault: expect.stringContaining('另一位工作人员') },
    ]);
    expect(await door(as)).toBe(SHUT);
    expect((await held(scene.clerk)).find((row) => row.id === id)).toMatchObject({
      mayRelease: false,
      memberId: scene.firm.id,
    });
    expect((await held(scene.colleague)).find((row) => row.id === id)).toMatchObject({
      mayRelease: true,
      reason: 'code',
    });
    expect(await release(scene.colleague, id)).toEqual([{ accountId: id, fault: null }]);
    expect(await door(as)).toBe(200);
    expect(await hold(as)).toBeNull();
    const log = await AuditEntry.findOne({ where: { action: 'account.released', targetId: id }, rejectOnEmpty: true });
    expect(log.detail).toBe('已核对执业许可证原件');
    expect(await release(scene.colleague, id)).toEqual([
      { accountId: id, fault: expect.stringContaining('没有待确认') },
    ]);
  });

  test('nor by whoever changed the contacts', async () => {
    await scene.changeFirm(scene.colleague, { phone: '07006889999' });
    await openFirm();
    expect(await release(scene.colleague, await firmAccount())).toMatchObject([
      { fault: expect.stringContaining('另一位工作人员') },
    ]);
  });

  test('is vouched for by a code to the registered mailbox, or to the mobile of the head', async () => {
    const as = await openFirm();
    expect(await hold(as)).toMatchObject({
      phone: `199****${scene.phone.slice(-4)}`,
      email: expect.stringContaining('*'),
    });
    const sent = await api.call(endpoints.requestReleaseCode, { as, body: { by: 'email' } });
    expect(sent.json).toMatchObject({ minutes: 10 });
    const code = await mailedCode(scene.mailbox, 'release_code');
    const wrong = code === '123456' ? '654321' : '123456';
    expect((await api.call(endpoints.releaseByCode, { as, body: { code: wrong } })).status).toBe(422);
    expect(await door(as)).toBe(SHUT);
    expect((await api.call(endpoints.releaseByCode, { as, body: { code } })).status).toBe(200);
    expect(await door(as)).toBe(200);

    const other = await openBy(scene.clerk, { lawyerId: scene.lawyer.id }, scene.lastSix);
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
    const made = await api.call(registryEndpoints.createFirm, { as: await scene.clerk.token(), body: input });
    const firmId = Number(made.json['id']);
    advanceClock(8 * DAY);
    const as = await openBy(scene.clerk, { firmId });
    expect(await hold(as)).toMatchObject({ reason: 'code', phone: null, email: null });
    expect((await api.call(endpoints.requestReleaseCode, { as, body: { by: 'email' } })).status).toBe(409);

    const fresh = await makeFirm({ email: 'fresh@example.com' });
    expect(await hold(await openBy(scene.clerk, { firmId: fresh.id }))).toMatchObject({ reason: 'code', email: null });
  });

  test('is good for everything after 72 hours in which nobody has objected, not a moment before', async () => {
    await openFirm();
    advanceClock(72 * HOUR - 1);
    expect(await door(await memberToken({ firmId: scene.firm.id }))).toBe(SHUT);
    advanceClock(1);
    expect(await door(await memberToken({ firmId: scene.firm.id }))).toBe(200);
    expect((await held(scene.colleague)).some((row) => row.memberId === scene.firm.id)).toBe(false);
  });

  test('is worth nothing more once somebody has objected and an administrator agrees', async () => {
    await openFirm();
    advanceClock(HOUR);
    const id = await firmAccount();
    const objection = { params: { id }, body: { reason: '律所来电称并非本所开通' } };
    const answer = await api.call(endpoints.objectToHeld, { as: await scene.clerk.token(), ...objection });
    expect(answer.status).toBe(200);
    // Another code to a contact does not answer an objection.
    expect(await hold(await memberToken({ firmId: scene.firm.id }))).toMatchObject({ reason: 'objected', email: null });
    advanceClock(72 * HOUR - 1);
    expect(await door(await memberToken({ firmId: scene.firm.id }))).toBe(SHUT);
    const administrator = await (await makeClerk('administrator')).token();
    const change = answer.json['waiting'] as ChangeRow;
    const confirmed = await api.call(changeEndpoints.confirmChange, { as: administrator, params: { id: change.id } });
    expect(confirmed.status).toBe(200);
    expect((await accountOf({ firmId: scene.firm.id })).passwordHash).toBeNull();
    expect((await held(scene.colleague)).some((row) => row.id === id)).toBe(false);
  });

  test('an objection that was none is answered by a second person, and nothing is taken back', async () => {
    const as = await openFirm();
    const id = await firmAccount();
    const objection = { as: await scene.clerk.token(), params: { id }, body: { reason: '电话无人接听' } };
    const { waiting } = (await api.call(endpoints.objectToHeld, objection)).json as { waiting: ChangeRow };
    expect(await release(scene.colleague, id)).toEqual([{ accountId: id, fault: null }]);
    expect(await door(as)).toBe(200);
    const administrator = await (await makeClerk('administrator')).token();
    const confirmed = await api.call(changeEndpoints.confirmChange, { as: administrator, params: { id: waiting.id } });
    expect(confirmed.status).toBe(409);
  });
});

test('what went from us to a registered contact and no clerk has seen holds nothing', async () => {
  const id = await firmAccount();
  const body = { accountIds: [id], by: 'email' };
  await api.call(endpoints.sendActivations, { as: await scene.clerk.token(), body });
  const code = await mailedCode(scene.mailbox, 'activation_code');
  expect((await open({ login: scene.firm.licenceNo, lastSix: '', code })).status).toBe(200);
  expect(await door(await memberToken({ firmId: scene.firm.id }))).toBe(200);

  expect((await open({ code: await scene.textedCode() })).status).toBe(200);
  expect(await door(await memberToken({ lawyerId: scene.lawyer.id }))).toBe(200);
});
