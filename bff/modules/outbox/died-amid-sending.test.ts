import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../models.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { encrypt } from '../../platform/crypto/encryption.ts';
import { transaction } from '../../platform/db/database.ts';
import { useDatabase } from '../../test/database.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { Message } from './model.ts';
import { secretContext } from './send-later.ts';
import { sendMessage } from './send-message.ts';
import { textLater } from './texts/text-later.ts';

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

test('while the provider does not answer, nothing is sent unasked', async () => {
  const message = await code();
  await sendMessage(message.id);
  await die(await message.reload());
  freezeClock(clock.now() + 40_000);
  await sandbox.command('trouble', { where: 'sms', kind: 'error', times: 1 });
  await expect(sendMessage(message.id)).rejects.toThrow();
  expect(await arrived()).toBe(1);
});
