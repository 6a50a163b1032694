import { describe, expect, test } from '@jest/globals';
import { activationEndpoints as endpoints } from '../../contract/activation/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import { changeEndpoints, type ChangeRow } from '../../contract/two-person/endpoints.ts';
import { advanceClock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { memberToken } from '../../test/api.ts';
import { mailedCode, makeClerk, SHUT, useCounter, type Clerk } from '../../test/factories/counter.ts';
import { accountOf, DAY, NEXT } from '../../test/factories/newcomer.ts';
import { givePassword, lawyerData, makeFirm, makeLawyer } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';
import type { Firm, Lawyer } from '../registry/model.ts';
import { takeCode } from '../sign-in/contacts/sent-code.ts';

useOffice();
const scene = useCounter();
const { api, open, handOut, door, hold, release, firmAccount } = scene;
const HOUR = 3_600_000;

/** Changes a lawyer's own row as one of the staff does in the form. */
async function changeLawyer(by: Clerk, lawyer: Lawyer, more: object) {
  const { id, version, licenceNo, name, phone, email, firmId } = await lawyer.reload();
  const { identityNumber: _own, version: _v, ...input } = lawyerData({ licenceNo, name, phone, email, firmId });
  const body = { ...input, ...more, version };
  const answer = await api.call(registryEndpoints.updateLawyer, { as: await by.token(), params: { id }, body });
  expect([answer.status, answer.json.error]).toEqual([200, undefined]);
}

/** A lawyer who has long been in the registry and uses an own account: the mobile is changed by one clerk. */
async function opened(more: object) {
  const lawyer = await makeLawyer(more);
  await givePassword({ lawyerId: lawyer.id }, NEXT);
  return lawyer;
}

/** Opens a firm by the text to a mobile. */
async function openByText(firm: Firm, phone: string) {
  // What is told to the same number has gone out.
  await scene.doTexts();
  advanceClock(61_000);
  await scene.askFor(firm.licenceNo);
  await scene.doTexts();
  const code = (await scene.texts(phone)).map(({ params }) => params[0] ?? '').find((one) => /^\d{6}$/.test(one));
  if (code === undefined) return 'no text';
  expect((await open({ login: firm.licenceNo, lastSix: '', code })).status).toBe(200);
  return memberToken({ firmId: firm.id });
}

describe('one clerk alone does not become the head of a firm', () => {
  test('by renaming and moving a lawyer whose mobile he has changed before', async () => {
    const own = scene.number('1978');
    const firm = await makeFirm({ personInCharge: '徐海' });
    const lawyer = await opened({ name: '林知远' });
    advanceClock(30 * DAY);
    await changeLawyer(scene.clerk, lawyer, { phone: own });
    advanceClock(8 * DAY);
    await changeLawyer(scene.clerk, lawyer, { name: '徐海', firmId: firm.id });
    advanceClock(8 * DAY);
    const as = await openByText(firm, own);
    expect(await hold(as)).toMatchObject({ reason: 'change', until: null, phone: null, email: null });
    expect(await door(as)).toBe(SHUT);
    const { id } = await accountOf({ firmId: firm.id });
    expect(await release(scene.clerk, id)).toMatchObject([{ fault: expect.any(String) }]);
    // Nor once that head is gone again.
    await changeLawyer(scene.clerk, lawyer, { firmId: null });
    expect(await release(scene.clerk, id)).toMatchObject([{ fault: expect.any(String) }]);
    expect(await release(scene.colleague, id)).toEqual([{ accountId: id, fault: null }]);
  });

  test('by naming a lawyer of the firm whose mobile he has changed before', async () => {
    const own = scene.number('1979');
    const firm = await makeFirm({ personInCharge: '徐海' });
    const lawyer = await opened({ name: '林知远', firmId: firm.id });
    advanceClock(30 * DAY);
    await changeLawyer(scene.clerk, lawyer, { phone: own });
    advanceClock(8 * DAY);
    scene.firm = firm;
    await scene.changeFirm(scene.clerk, { personInCharge: '林知远' });
    advanceClock(8 * DAY);
    const as = await openByText(firm, own);
    expect(await hold(as)).toMatchObject({ reason: 'change', until: null });
    expect(await door(as)).toBe(SHUT);
    const { id } = await accountOf({ firmId: firm.id });
    expect(await release(scene.clerk, id)).toMatchObject([{ fault: expect.any(String) }]);
  });
});

test('who has letters sent to an address of his own does not release what they open', async () => {
  await scene.changeFirm(scene.clerk, { address: '江海市北港区码头路1号' });
  advanceClock(8 * DAY);
  const id = await firmAccount();
  const { code } = (await handOut(scene.colleague, id)).json;
  expect((await open({ login: scene.firm.licenceNo, lastSix: '', code })).status).toBe(200);
  const as = await memberToken({ firmId: scene.firm.id });
  expect(await door(as)).toBe(SHUT);
  expect(await release(scene.clerk, id)).toMatchObject([{ fault: expect.any(String) }]);
  expect(await release(await makeClerk('service'), id)).toEqual([{ accountId: id, fault: null }]);
});

test('nor what they open of a lawyer of that firm', async () => {
  const input = lawyerData({ firmId: scene.firm.id });
  const lawyer = await makeLawyer(input);
  await scene.changeFirm(scene.clerk, { address: '江海市北港区码头路1号' });
  advanceClock(8 * DAY);
  await scene.openBy(scene.colleague, { lawyerId: lawyer.id }, (input.identityNumber ?? '').slice(-6));
  const { id } = await accountOf({ lawyerId: lawyer.id });
  expect(await release(scene.clerk, id)).toMatchObject([{ fault: expect.any(String) }]);
  expect(await release(await makeClerk('service'), id)).toEqual([{ accountId: id, fault: null }]);
});

test('whoever has taken the contacts away that would be told waits for a second person', async () => {
  await scene.changeFirm(scene.clerk, { phone: '', email: '' });
  advanceClock(8 * DAY);
  expect(await hold(await scene.openFirm(scene.clerk))).toMatchObject({ reason: 'untold', until: null });
  advanceClock(80 * HOUR);
  expect(await door(await memberToken({ firmId: scene.firm.id }))).toBe(SHUT);
  expect(await release(scene.clerk, await firmAccount())).toMatchObject([{ fault: expect.any(String) }]);
  expect(await release(scene.colleague, await firmAccount())).toMatchObject([{ fault: null }]);
});

test('who asked that an account be taken back does not release what opens it then', async () => {
  const firmId = scene.firm.id;
  await givePassword({ firmId }, NEXT);
  const reset = { body: { kind: 'firm', id: firmId, reason: '律所称忘记密码', by: 'activation' } };
  const { json } = await api.call(staffEndpoints.resetMemberPassword, { as: await scene.clerk.token(), ...reset });
  const { id: changeId } = json['waiting'] as ChangeRow;
  const as = await (await makeClerk('administrator')).token();
  expect((await api.call(changeEndpoints.confirmChange, { as, params: { id: changeId } })).status).toBe(200);
  await scene.openFirm(scene.colleague);
  const id = await firmAccount();
  expect(await release(scene.clerk, id)).toMatchObject([{ fault: expect.any(String) }]);
  expect(await release(await makeClerk('service'), id)).toEqual([{ accountId: id, fault: null }]);
});

test('who holds the session of a held account has five guesses at the code to its owner, from whatever networks', async () => {
  const as = await scene.openFirm();
  expect((await api.call(endpoints.requestReleaseCode, { as, body: { by: 'email' } })).status).toBe(200);
  const code = await mailedCode(scene.mailbox, 'release_code');
  const guess = { accountId: await firmAccount(), purpose: 'release' as const };
  const wrong = code === '123456' ? '654321' : '123456';
  for (let i = 0; i < 5; i++) {
    await transaction((t) => takeCode({ ...guess, code: wrong, address: `2001:db8:0:${i}::1` }, t));
  }
  expect(await transaction((t) => takeCode({ ...guess, code, address: '2001:db8:0:9::1' }, t))).toBeNull();
  for (let i = 1; i < 10; i++) await api.call(endpoints.requestReleaseCode, { as, body: { by: 'email' } });
  expect((await api.call(endpoints.requestReleaseCode, { as, body: { by: 'email' } })).status).toBe(429);
});
