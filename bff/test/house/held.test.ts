import { beforeAll, describe, expect, test } from '@jest/globals';
import { isShutWhileHeld, type Endpoint } from '../../contract/endpoint.ts';
import { AccountHold } from '../../modules/accounts/hold-model.ts';
import { Account } from '../../modules/accounts/model.ts';
import { clock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../api.ts';
import { readContract } from '../contract.ts';
import { givePassword, makeFirm } from '../factories/registry.ts';
import { liftLimits, useOffice } from '../office.ts';

useOffice();
const api = useApi();
let as = '';
let accountId = 0;
let ofMembers: [string, Endpoint][] = [];

/** What a held account may do besides reading: written down a second time and by hand. */
const OPEN = [
  'addWechatBinding',
  'markAnnouncementsRead',
  'markInboxRead',
  'releaseByCode',
  'requestReleaseCode',
  'revokeDevice',
  'showSample',
  'unbindOidc',
  'unbindWechat',
];
/** What is read, and yet as good as the document, or somebody’s mailbox and address. */
const SHUT = ['listShares', 'pictureCertificate', 'showOffers'];

beforeAll(async () => {
  const contract = await readContract();
  ofMembers = [...contract].filter(([, { access }]) => access === 'member' || access === 'firm');
  await liftLimits();
  const { id: firmId } = await makeFirm();
  await givePassword({ firmId }, 'correct horse 1');
  as = await memberToken({ firmId });
  accountId = (await Account.findOne({ where: { firmId }, rejectOnEmpty: true })).id;
});

/** Asks for what nobody has: not to end the session that asks. */
const ask = (endpoint: Endpoint) => {
  const params = Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, '0']));
  return api.call(endpoint, { as, params, ...(endpoint.method !== 'GET' && { body: {} }) });
};
const refused = async () => {
  const names: string[] = [];
  for (const [name, endpoint] of ofMembers) {
    const { json } = await ask(endpoint);
    if (json?.error?.code === 'account_held') names.push(name);
  }
  return names;
};

describe('an account that is held', () => {
  test('may read, and is refused every act and every document, but for a few', async () => {
    const issued = { issuedBy: 1, issuedByName: '温书宁' };
    await AccountHold.create({ accountId, reason: 'code', heldAt: clock.now(), heldUntil: null, ...issued });
    const mayAct = ofMembers
      .filter(([, { method, replies = 'json' }]) => method !== 'GET' || replies !== 'json')
      .map(([name]) => name)
      .filter((name) => !OPEN.includes(name));
    expect((await refused()).sort()).toEqual([...mayAct, ...SHUT].sort());
  });

  test('control: nothing of that is refused to one that is not', async () => {
    await AccountHold.update({ endedAt: clock.now() }, { where: { accountId } });
    expect(await refused()).toEqual([]);
  });

  test('staff and who is not signed in are never asked', async () => {
    const others = [...(await readContract())].filter(([name]) => !ofMembers.some(([own]) => own === name));
    expect(others.filter(([, endpoint]) => isShutWhileHeld(endpoint))).toEqual([]);
  });
});
