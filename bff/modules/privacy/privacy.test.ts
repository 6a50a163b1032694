import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../models.ts';
import { privacyEndpoints, type PrivacyConsentReply } from '../../contract/privacy/endpoints.ts';
import { wechatEndpoints } from '../../contract/wechat/endpoints.ts';
import { PRIVACY_VERSION } from '../../contract/privacy/enums.ts';
import { clock, freezeClock, advanceClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { AuditEntry } from '../audit/model.ts';
import { WechatBinding } from '../wechat/model.ts';

useDatabase();
const outside = useSandbox();
const api = useApi();
beforeAll(() => freezeClock(clock.now()));
afterAll(releaseClock);
beforeEach(() => WechatBinding.destroy({ where: {} }));

const consents = async (token: string) =>
  (await api.call(privacyEndpoints.listPrivacyConsents, { as: token })).json as unknown as PrivacyConsentReply[];
const agree = (token: string, version = PRIVACY_VERSION) =>
  api.call(privacyEndpoints.agreeToPrivacy, { as: token, body: { version } });
const withdraw = (token: string) => api.call(privacyEndpoints.withdrawPrivacy, { as: token });
const actionsOf = async (accountName: string) =>
  (await AuditEntry.findAll({ where: { target: accountName }, order: [['id', 'ASC']] }))
    .map(({ action }) => action)
    .filter((action) => action.startsWith('privacy.'));

/** One firm, two people of it, each with a WeChat of their own. */
async function office() {
  const firm = await makeFirm();
  await givePassword({ firmId: firm.id }, 'lvzheng2026');
  const tokens = [];
  for (const [person, label] of [
    ['zhiyuan', '内勤 小周'],
    ['shuning', '主任'],
  ] as const) {
    const proof = { code: await outside.code('login', person) };
    const body = { proof, login: firm.licenceNo, password: 'lvzheng2026', label, tokenIn: 'reply' };
    const bound = await api.call(wechatEndpoints.bindWechat, { body });
    tokens.push(String(bound.json['token']));
  }
  return { firm, first: tokens[0] ?? '', second: tokens[1] ?? '' };
}

test('who agreed to which edition is kept, once, and to whose WeChat it belongs', async () => {
  const { firm, first, second } = await office();
  expect(await consents(first)).toEqual([]);
  expect((await agree(first)).status).toBe(200);
  await agree(first);
  advanceClock(60_000);
  await agree(second);
  expect(await consents(first)).toEqual([
    expect.objectContaining({ version: PRIVACY_VERSION, person: '主任', withdrawnAt: null }),
    expect.objectContaining({ version: PRIVACY_VERSION, person: '内勤 小周', withdrawnAt: null }),
  ]);
  expect(await actionsOf(firm.name)).toEqual(['privacy.agreed', 'privacy.agreed']);
});

test('a consent can be taken back by whoever gave it, and given again', async () => {
  const { firm, first, second } = await office();
  await agree(first);
  await agree(second);
  await withdraw(first);
  await withdraw(first);
  const [theirs, own] = await consents(second);
  expect(theirs).toMatchObject({ person: '主任', withdrawnAt: null });
  expect(own).toMatchObject({ person: '内勤 小周', withdrawnAt: new Date(clock.now()).toISOString() });
  await agree(first);
  expect(await consents(first)).toHaveLength(3);
  expect(await actionsOf(firm.name)).toEqual([
    'privacy.agreed',
    'privacy.agreed',
    'privacy.withdrawn',
    'privacy.agreed',
  ]);
});

test('what was agreed to without a WeChat, or by one that is bound no more, can be taken back later', async () => {
  const firm = await makeFirm();
  await agree(await memberToken({ firmId: firm.id }));
  await givePassword({ firmId: firm.id }, 'lvzheng2026');
  const bind = async (person: 'zhiyuan' | 'shuning', label: string) => {
    const proof = { code: await outside.code('login', person) };
    const body = { proof, login: firm.licenceNo, password: 'lvzheng2026', label, tokenIn: 'reply' };
    return String((await api.call(wechatEndpoints.bindWechat, { body })).json['token']);
  };
  const left = await bind('zhiyuan', '内勤 小周');
  await agree(left);
  const binding = await WechatBinding.findOne({ rejectOnEmpty: true });
  await binding.destroy();
  const token = await bind('shuning', '主任');
  await agree(token);
  await withdraw(token);
  expect((await consents(token)).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, true, true]);
});

test('an edition that is not the present one cannot be agreed to', async () => {
  const token = await memberToken({ firmId: (await makeFirm()).id });
  const refused = await agree(token, '2020-01-01');
  expect(refused.status).toBe(422);
  expect(refused.json.error?.fields?.['version']).toContain('已更新');
  expect(await consents(token)).toEqual([]);
});

test('nobody sees the consents of another account', async () => {
  const mine = await memberToken({ firmId: (await makeFirm()).id });
  const other = await memberToken({ firmId: (await makeFirm()).id });
  await agree(mine);
  await withdraw(other);
  expect(await consents(other)).toEqual([]);
  expect((await consents(mine))[0]?.withdrawnAt).toBeNull();
});
