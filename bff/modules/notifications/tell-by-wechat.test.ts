import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { wechatEndpoints } from '../../contract/wechat/endpoints.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useApi } from '../../test/api.ts';
import { reject, submit } from '../../test/factories/certificate.ts';
import { doDueWork, sendDueMail, useOffice } from '../../test/office.ts';
import { givePassword, makeFirm, memberActor } from '../../test/factories/registry.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { env } from '../../env.ts';
import { notificationEndpoints, type MessageRow } from '../../contract/notifications/endpoints.ts';
import { transaction } from '../../platform/db/database.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { Message } from '../outbox/model.ts';
import { sendMessage } from '../outbox/send-message.ts';
import { endBinding } from '../wechat/end-binding.ts';
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
  await Message.destroy({ where: {} });
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
const work = async () => {
  await doDueWork();
  await sendDueMail();
};
/** What staff see of them. */
const written = () => Message.findAll({ where: { channel: 'wechat' }, order: ['id'] });
const arrived = async () => (await outside.state()).messages;

test('who allowed it is told of the decision, once; the others have inbox and mail', async () => {
  const application = await waiting();
  await allow('zhiyuan');
  const before = (await arrived()).length;
  await reject(application.id, '材料不齐，请补充加盖公章的情况说明后重新提交申请');
  await work();
  await work();
  const messages = await arrived();
  expect(messages).toHaveLength(before + 1);
  expect(Object.values(messages[0]?.data ?? {})).toEqual(expect.arrayContaining([application.number, '未通过']));
  expect((await written()).map(({ state, lastError }) => [state, lastError])).toEqual([
    ['sent', ''],
    ['refused', '本人没有订阅这类微信消息'],
  ]);
});

test('an outage of an hour loses nothing and doubles nothing', async () => {
  const application = await waiting();
  await allow('zhiyuan');
  await allow('shuning');
  const before = (await arrived()).length;
  await outside.command('trouble', { where: 'wechat', kind: 'error', times: 1000 });
  await reject(application.id);
  for (let minute = 0; minute < 60; minute += 5) {
    await work();
    advanceClock(5 * 60_000);
  }
  expect(await arrived()).toHaveLength(before);
  await outside.command('calm');
  for (let minute = 0; minute < 60; minute += 10) {
    await work();
    advanceClock(10 * 60_000);
  }
  expect(await arrived()).toHaveLength(before + 2);
});

test('who unbinds meanwhile is told nothing more; whoever else is bound still is', async () => {
  const application = await waiting();
  await allow('zhiyuan');
  await allow('shuning');
  const before = (await arrived()).length;
  await reject(application.id);
  const [first] = await WechatBinding.findAll({ order: ['id'] });
  await transaction((t) => endBinding(first!, t));
  await work();
  expect(await arrived()).toHaveLength(before + 1);
  expect((await written()).map(({ state, lastError }) => [state, lastError])).toEqual([
    ['refused', '微信绑定已解除'],
    ['sent', ''],
  ]);
});

test('staff see it among the messages, without whose WeChat it is, and send none again', async () => {
  const application = await waiting();
  await allow('zhiyuan');
  await reject(application.id);
  await work();
  const as = await staffToken('reviewer');
  const query = { template: 'wechat_decided' } as const;
  const { items } = (await api.call(notificationEndpoints.listMessages, { as, query })).json as { items: MessageRow[] };
  expect(items).toHaveLength(2);
  expect(items[1]).toMatchObject({
    templateLabel: '微信：审核结果',
    recipient: '微信',
    number: application.number,
    state: 'sent',
    can: { resend: false },
  });
  const params = { id: String(items[1]!.id) };
  expect((await api.call(notificationEndpoints.resendMessage, { as, params })).json.error?.code).toBe('wrong_state');
});

test('one whose sending was broken off is not sent a second time, and staff read why', async () => {
  const application = await waiting();
  await outside.command('allow', { person: 'zhiyuan', template });
  await allow('zhiyuan');
  await reject(application.id, '材料不齐，请补充加盖公章的情况说明后重新提交申请');
  await work();
  const before = (await arrived()).length;
  const message = (await written()).find(({ state }) => state === 'sent');
  // As the row stood while WeChat answered.
  await message?.update({ state: 'waiting', sentAt: null, attempts: 1, lastError: '' });
  await sendMessage(message?.id ?? 0);
  expect(await arrived()).toHaveLength(before);
  expect(await message?.reload()).toMatchObject({
    state: 'refused',
    lastError: expect.stringContaining('可能已经送达'),
  });
});
