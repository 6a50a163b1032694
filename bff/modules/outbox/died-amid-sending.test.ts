import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { encrypt } from '../../platform/crypto/encryption.ts';
import { transaction } from '../../platform/db/database.ts';
import { identifyByLoginCode } from '../../platform/wechat/identify.ts';
import { templateOf } from '../../platform/wechat/templates.ts';
import { useDatabase } from '../../test/database.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { Message } from './model.ts';
import { secretContext } from './send-later.ts';
import { sendMessage } from './send-message.ts';
import { textLater } from './texts/text-later.ts';
import { queueMessage } from './write-message.ts';

/** A worker that dies between the provider's yes and our note of it leaves an attempt of which nothing is known. */

useDatabase();
const sandbox = useSandbox();
let number = '';
let serial = 0;
beforeEach(() => {
  freezeClock(clock.now());
  number = `1993000${String(1000 + ++serial)}`;
});
afterEach(async () => {
  releaseClock();
  await sandbox.command('calm');
});

async function code(): Promise<Message> {
  const text = { number, template: 'reset_text', budget: 'owner', params: { minutes: '10' }, code: '123456' } as const;
  await transaction((t) => textLater(text, t));
  return Message.findOne({ where: { recipient: number }, rejectOnEmpty: true });
}
const arrived = async () => (await sandbox.state()).texts.filter(({ to }) => to === number).length;
/** The row as it stood while the provider answered. */
const die = (message: Message) =>
  message.update({
    state: 'waiting',
    sentAt: null,
    attempts: 1,
    lastError: '',
    secret: encrypt(JSON.stringify({ code: '123456' }), secretContext(message.id)),
  });

test('a text that the provider has taken already is not sent a second time', async () => {
  const message = await code();
  await sendMessage(message.id);
  expect(await arrived()).toBe(1);
  await die(await message.reload());
  // The provider itself would refuse a second one within thirty seconds.
  freezeClock(clock.now() + 40_000);
  await sendMessage(message.id);
  expect(await arrived()).toBe(1);
  expect(await message.reload()).toMatchObject({ state: 'sent', attempts: 2, secret: null });
});

test('control: one that never came there is sent', async () => {
  const message = await code();
  await die(message);
  await sendMessage(message.id);
  expect(await arrived()).toBe(1);
  expect(await message.reload()).toMatchObject({ state: 'sent' });
});

/** WeChat knows no repetition and cannot be asked: what may have arrived is not said again. */
describe('a subscribe message', () => {
  const DATA = { number: '2611300001', type: '执业证明', result: '已通过', time: '2026-11-30 10:00', remark: '无' };
  async function written(): Promise<Message> {
    const identified = await identifyByLoginCode(await sandbox.code('login', 'zhiyuan'));
    if (!identified.ok) throw new Error('nobody');
    const recipient = identified.value.openid;
    const data = { ...DATA, page: 'member/application/index?id=1' };
    return transaction((t) => queueMessage({ channel: 'wechat', recipient, template: 'wechat_decided', data }, t));
  }
  const allow = () => sandbox.command('allow', { person: 'zhiyuan', template: templateOf('decided')?.id ?? '' });
  const came = async () => (await sandbox.state()).messages.length;

  test('that may have arrived is not sent a second time', async () => {
    await allow();
    await allow();
    const message = await written();
    const before = await came();
    await sendMessage(message.id);
    expect(await came()).toBe(before + 1);
    await message.reload();
    await message.update({ state: 'waiting', sentAt: null, attempts: 1, lastError: '' });
    await sendMessage(message.id);
    expect(await came()).toBe(before + 1);
    expect(await message.reload()).toMatchObject({
      state: 'refused',
      lastError: '发送时中断，微信可能已经送达，不再重复发送',
    });
  });

  test('control: one of which it is known that it failed is sent', async () => {
    await allow();
    const message = await written();
    const before = await came();
    await sandbox.command('trouble', { where: 'wechat', kind: 'error', times: 1 });
    await expect(sendMessage(message.id)).rejects.toThrow();
    expect((await message.reload()).lastError).not.toBe('');
    await sendMessage(message.id);
    expect(await came()).toBe(before + 1);
  });
});

test('while the provider does not answer, nothing is sent unasked', async () => {
  const message = await code();
  await sendMessage(message.id);
  await die(await message.reload());
  freezeClock(clock.now() + 40_000);
  await sandbox.command('trouble', { where: 'sms', kind: 'error', times: 1 });
  await expect(sendMessage(message.id)).rejects.toThrow();
  expect(await arrived()).toBe(1);
});
