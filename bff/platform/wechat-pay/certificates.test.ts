import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { env } from '../../env.ts';
import { useDatabase } from '../../test/database.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../clock/clock.ts';
import { placeNative, queryTransaction } from './transactions.ts';

useDatabase();
const outside = useSandbox({ mode: 'certificate' });
let now = Date.now();
beforeEach(() => freezeClock(now));
afterEach(releaseClock);

const placed = async (outTradeNo: string) => {
  await placeNative({
    appid: env.WECHAT_APPID ?? '',
    outTradeNo,
    description: '工本费',
    totalFen: 100,
    notifyUrl: 'http://127.0.0.1:9/notices',
    expiresAt: clock.now() + 60_000,
  });
  return queryTransaction(outTradeNo);
};
const listings = async () =>
  (await (await fetch(`${outside.url}/sandbox/state`)).text()).split('GET /v3/certificates').length - 1;

test('platform certificates are fetched once and verify what follows', async () => {
  expect(await placed('T000000001')).toMatchObject({ ok: true });
  expect(await placed('T000000002')).toMatchObject({ ok: true });
  expect(await listings()).toBe(1);
});

test('after a rotation the new one is fetched, but made-up serials do not make us ask again and again', async () => {
  await outside.command('rotate');
  expect(await placed('T000000003')).toMatchObject({ ok: false, fault: 'unreachable' });
  now += 61_000;
  advanceClock(61_000);
  expect(await placed('T000000003')).toMatchObject({ ok: true });
  expect(await listings()).toBe(2);
});
