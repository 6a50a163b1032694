import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { wechatEndpoints } from '../../contract/wechat/endpoints.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useApi } from '../../test/api.ts';
import { reject, submit } from '../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { givePassword, makeFirm, memberActor } from '../../test/factories/registry.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { env } from '../../env.ts';
import { WechatBinding } from '../wechat/model.ts';

useOffice();
const outside = useSandbox();
const api = useApi();
const PASSWORD = 'lvzheng2026';
let template = '';
beforeAll(() => {
  template = (env.WECHAT_TEMPLATE_DECIDED ?? '').split(':')[0] ?? '';
});
beforeEach(async () => {
  await WechatBinding.destroy({ where: {} });
  freezeClock(clock.now());
});
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

/** A firm whose two people have bound their WeChat, and an application of it that waits. */
async function waiting() {
  const firm = await makeFirm();
  await givePassword({ firmId: firm.id }, PASSWORD);
  for (const person of ['zhiyuan', 'shuning']) {
    const proof = { code: await outside.code('login', person) };
    const body = { proof, login: firm.licenceNo, password: PASSWORD, tokenIn: 'reply' };
    await api.call(wechatEndpoints.bindWechat, { body });
  }
  const actor = await memberActor({ firmId: firm.id });
  return submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' });
}
const allow = (person: string) => outside.command('allow', { person, template });
const arrived = async () => (await outside.state()).messages;

test('who allowed it is told of the decision, once; the others have inbox and mail', async () => {
  const application = await waiting();
  await allow('zhiyuan');
  const before = (await arrived()).length;
  await reject(application.id, '材料不齐，请补充加盖公章的情况说明后重新提交申请');
  await doDueWork();
  await doDueWork();
  const messages = await arrived();
  expect(messages).toHaveLength(before + 1);
  expect(Object.values(messages[0]?.data ?? {})).toEqual(expect.arrayContaining([application.number, '未通过']));
});

test('an outage of an hour loses nothing and doubles nothing', async () => {
  const application = await waiting();
  await allow('zhiyuan');
  await allow('shuning');
  const before = (await arrived()).length;
  await outside.command('trouble', { where: 'wechat', kind: 'error', times: 1000 });
  await reject(application.id);
  for (let minute = 0; minute < 60; minute += 5) {
    await doDueWork();
    advanceClock(5 * 60_000);
  }
  expect(await arrived()).toHaveLength(before);
  await outside.command('calm');
  for (let minute = 0; minute < 60; minute += 10) {
    await doDueWork();
    advanceClock(10 * 60_000);
  }
  expect(await arrived()).toHaveLength(before + 2);
});
