import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import '../../models.ts';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import { database } from '../../platform/db/database.ts';
import { callAt, memberToken, signedIn } from '../../test/api.ts';
import { makeEmptyDatabase } from '../../test/database.ts';
import { makeFirm, makeStaffAccount } from '../../test/factories/registry.ts';
import { listening, startProcess, type ServerProcess } from '../../test/trouble/server-process.ts';
import { AccountHold } from './hold-model.ts';
import { Account, SecondFactor } from './model.ts';

/** What another process has ended is refused after so long, ms. */
const WITHIN_MS = 1_000;

// Two processes that serve; this one, which writes to the same database, is a third.
const processes: ServerProcess[] = [];
let one = '';
let other = '';
beforeAll(async () => {
  await makeEmptyDatabase();
  processes.push(startProcess(['--serve=web']), startProcess(['--serve=web']));
  [one, other] = (await Promise.all([listening(processes[0]!), listening(processes[1]!)])) as [string, string];
  await database.open();
}, 600_000);
afterAll(async () => {
  for (const running of processes) await running.stop();
  await database.close();
});

const mine = async (url: string, as: string) =>
  (await callAt(url)(certificateEndpoints.listApplications, { as })).status;
const queue = async (url: string, as: string) => (await callAt(url)(certificateEndpoints.listQueue, { as })).status;

/** Both processes have just answered; then somebody acts. Answers what both say when the time is over. */
async function afterAct(ask: (url: string) => Promise<number>, act: () => Promise<unknown>): Promise<number[]> {
  const ask2 = () => Promise.all([ask(one), ask(other)]);
  await ask2();
  expect(await ask2()).toEqual([200, 200]);
  await act();
  await pause(WITHIN_MS);
  return ask2();
}

async function firm(): Promise<{ account: Account; as: string }> {
  const { id: firmId } = await makeFirm();
  const as = await memberToken({ firmId });
  return { as, account: await Account.findOne({ where: { firmId }, rejectOnEmpty: true }) };
}

/** A reviewer with a second factor: whoever has none is looked at anew each time. */
async function reviewer(login: string): Promise<{ account: Account; as: string }> {
  const account = await makeStaffAccount(login, 'correct horse 1', ['reviewer']);
  const factor = { secret: null, pendingSecret: null, confirmedAt: clock.now(), lastStep: 0, recovery: [] };
  await SecondFactor.create({ accountId: account.id, ...factor });
  return { account, as: await signedIn(account) };
}

test('who signs out in one process is signed out in the other within a second', async () => {
  const { as } = await firm();
  const signOut = () => callAt(one)(accountEndpoints.signOut, { as });
  expect(await afterAct((url) => mine(url, as), signOut)).toEqual([401, 401]);
}, 600_000);

test('an account that is closed, and a role that is taken away, count everywhere within a second', async () => {
  const closed = await reviewer('closed-reviewer');
  const close = () => closed.account.update({ isClosed: true });
  expect(await afterAct((url) => queue(url, closed.as), close)).toEqual([401, 401]);
  const moved = await reviewer('moved-reviewer');
  const move = () => moved.account.update({ roles: JSON.stringify(['finance']) });
  expect(await afterAct((url) => queue(url, moved.as), move)).toEqual([403, 403]);
}, 600_000);

test('a password that was reset opens nothing more within a second', async () => {
  const { as, account } = await firm();
  const reset = () => account.update({ isTemporary: true });
  expect(await afterAct((url) => mine(url, as), reset)).toEqual([403, 403]);
}, 600_000);

test('acts are never done in a session of a moment ago', async () => {
  const { as, account } = await firm();
  expect([await mine(one, as), await mine(other, as)]).toEqual([200, 200]);
  const held = { reason: 'code', heldAt: clock.now(), heldUntil: null, issuedBy: null, issuedByName: '' } as const;
  await AccountHold.create({ accountId: account.id, ...held });
  const body = { type: 'firm-clean', email: '', since: '2022-01-01', idempotencyKey: 'k'.repeat(20) };
  for (const url of [one, other]) {
    const { status, json } = await callAt(url)(certificateEndpoints.submitApplication, { as, body });
    expect([status, (json['error'] as { code: string }).code]).toEqual([403, 'account_held']);
  }
}, 600_000);

test('what somebody is refused for is looked at anew each time: who has been let in is let in at once', async () => {
  const { as, account } = await firm();
  await account.update({ isTemporary: true });
  expect([await mine(one, as), await mine(other, as)]).toEqual([403, 403]);
  await account.update({ isTemporary: false });
  expect([await mine(one, as), await mine(other, as)]).toEqual([200, 200]);
}, 600_000);
