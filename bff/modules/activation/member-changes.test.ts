import { describe, expect, test } from '@jest/globals';
import { activationEndpoints as endpoints } from '../../contract/activation/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import { advanceClock } from '../../platform/clock/clock.ts';
import { memberToken } from '../../test/api.ts';
import { makeClerk, SHUT, useCounter, type Clerk } from '../../test/factories/counter.ts';
import { accountOf, DAY } from '../../test/factories/newcomer.ts';
import { lawyerData, makeFirm } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';
import { AuditEntry } from '../audit/model.ts';

useOffice();
const scene = useCounter();
const { api, open, handOut, openBy, openFirm, door, hold, release, firmAccount } = scene;
const HOUR = 3_600_000;

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
    const accountId = await renumber(scene.clerk);
    const refusal = { status: 409, json: { error: { message: expect.stringContaining('证件号码由您登记') } } };
    expect(await handOut(scene.clerk, accountId)).toMatchObject(refusal);
    const letters = { as: await scene.clerk.token(), body: { accountIds: [accountId] } };
    expect(await api.call(endpoints.printActivations, letters)).toMatchObject(refusal);
    const as = await openBy(scene.colleague, { lawyerId: scene.lawyer.id }, six);
    expect(await hold(as)).toEqual({ reason: 'change', until: null, phone: null, email: null });
    advanceClock(100 * HOUR);
    const later = await memberToken({ lawyerId: scene.lawyer.id });
    expect(await door(later)).toBe(SHUT);
    const second = [await release(scene.clerk, accountId), await release(scene.colleague, accountId)];
    expect(second).toMatchObject([[{ fault: expect.any(String) }], [{ fault: expect.any(String) }]]);
    expect(await release(await makeClerk('service'), accountId)).toEqual([{ accountId, fault: null }]);
    expect(await door(later)).toBe(200);
  });

  test('a new identity number after the code was handed out holds what that code opens as well', async () => {
    const { id } = await accountOf({ lawyerId: scene.lawyer.id });
    const { code } = (await handOut(scene.clerk, id)).json;
    await renumber(scene.clerk);
    advanceClock(8 * DAY);
    expect((await open({ lastSix: six, code })).status).toBe(200);
    expect(await hold(await memberToken({ lawyerId: scene.lawyer.id }))).toMatchObject({
      reason: 'change',
      until: null,
    });
  });

  test('a new identity number that a second person has looked at is as any other', async () => {
    const accountId = await renumber(scene.clerk);
    const [change] = (await changes(scene.clerk)).slice(-1);
    expect(change).toMatchObject({ field: 'identity', subjectId: scene.lawyer.id, mayConfirm: false });
    expect((await confirm(scene.clerk, change!.id)).status).toBe(403);
    expect((await confirm(scene.colleague, change!.id)).status).toBe(200);
    expect((await confirm(scene.colleague, change!.id)).status).toBe(409);
    expect((await AuditEntry.findAll()).map(({ detail }) => detail).join()).not.toContain(six);
    expect((await handOut(scene.clerk, accountId)).status).toBe(200);
    expect((await changes(scene.colleague)).some(({ id }) => id === change!.id)).toBe(false);
  });

  test('after seven days whoever entered it hands out codes again, and is waited for as for every other', async () => {
    await renumber(scene.clerk);
    advanceClock(7 * DAY);
    const as = await openBy(scene.clerk, { lawyerId: scene.lawyer.id }, six);
    expect(await hold(as)).toMatchObject({ reason: 'code', phone: expect.any(String) });
  });

  test('a new head of a firm that nobody has used: the same, by mail and text too', async () => {
    await scene.changeFirm(scene.clerk, { personInCharge: '徐海' });
    const id = await firmAccount();
    const refusal = expect.stringContaining('负责人由您登记');
    expect(await handOut(scene.clerk, id)).toMatchObject({ status: 409, json: { error: { message: refusal } } });
    const sending = { as: await scene.clerk.token(), body: { accountIds: [id], by: 'email' } };
    const sent = await api.call(endpoints.sendActivations, sending);
    expect(sent.json['results']).toEqual([{ accountId: id, fault: refusal }]);
    const as = await openFirm(scene.colleague);
    expect(await hold(as)).toMatchObject({ reason: 'change', until: null });
  });

  test('a new member: may hand out the code, and is not the only one who vouches for it', async () => {
    const body = lawyerData({ email: 'new@example.com' });
    const made = await api.call(registryEndpoints.createLawyer, { as: await scene.clerk.token(), body });
    const lawyerId = Number(made.json['id']);
    const as = await openBy(scene.clerk, { lawyerId }, (body.identityNumber ?? '').slice(-6));
    expect(await hold(as)).toEqual({ reason: 'entered', until: null, phone: null, email: null });
    const other = lawyerData({ email: 'new@example.com' });
    const again = await api.call(registryEndpoints.createLawyer, { as: await scene.clerk.token(), body: other });
    const by = await openBy(
      scene.colleague,
      { lawyerId: Number(again.json['id']) },
      (other.identityNumber ?? '').slice(-6),
    );
    expect(await hold(by)).toMatchObject({ reason: 'code' });
  });

  test('a lawyer made up to be the head of a firm that has long been there: the firm waits for a second person', async () => {
    const phone = scene.number('1977');
    const firm = await makeFirm({ personInCharge: '徐海' });
    advanceClock(8 * DAY);
    const body = lawyerData({ name: '徐海', firmId: firm.id, phone, email: 'new@example.com' });
    const made = await api.call(registryEndpoints.createLawyer, { as: await scene.clerk.token(), body });
    expect(made.status).toBe(200);
    advanceClock(8 * DAY);
    await scene.askFor(firm.licenceNo);
    await scene.doTexts();
    const code = (await scene.texts(phone))[0]?.params[0] ?? '';
    expect((await open({ login: firm.licenceNo, lastSix: '', code })).status).toBe(200);
    const as = await memberToken({ firmId: firm.id });
    expect(await hold(as)).toEqual({ reason: 'entered', until: null, phone: null, email: null });
    expect(await door(as)).toBe(SHUT);
    const { id } = await accountOf({ firmId: firm.id });
    expect(await release(scene.clerk, id)).toMatchObject([{ fault: expect.any(String) }]);
    expect(await release(scene.colleague, id)).toEqual([{ accountId: id, fault: null }]);
  });
});
