import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { env } from '../../env.ts';
import { useDatabase } from '../../test/database.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../clock/clock.ts';
import { toShanghaiDate } from '../../contract/dates.ts';
import { identifyByLoginCode } from '../wechat/identify.ts';
import { merchant } from './merchant.ts';
import { queryRefund, requestRefund } from './refunds.ts';
import { fetchTradeBill } from './trade-bill.ts';
import { closeTransaction, placeH5, placeJsapi, placeNative, queryTransaction } from './transactions.ts';

useDatabase();
const outside = useSandbox();
let serial = 0;
let now = Date.now();
beforeEach(() => freezeClock(now));
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

const request = (more: object = {}) => ({
  appid: env.WECHAT_APPID ?? '',
  outTradeNo: `T${Date.now()}${String(++serial).padStart(4, '0')}`,
  description: '纸质证明工本费与邮费',
  totalFen: 3500,
  notifyUrl: 'http://127.0.0.1:9/api/wechat-pay/notices',
  expiresAt: clock.now() + 30 * 60_000,
  ...more,
});
async function openidOf(person: string): Promise<string> {
  const who = await identifyByLoginCode(await outside.code('login', person));
  return who.ok ? who.value.openid : '';
}
const paid = async () => {
  const order = request();
  await placeNative(order);
  await outside.command('pay', { person: 'zhiyuan', order: order.outTradeNo });
  return order;
};

describe('paying', () => {
  test('inside WeChat: the parameters are signed with our key', async () => {
    const order = request();
    const answer = await placeJsapi({ ...order, openid: await openidOf('zhiyuan') });
    if (!answer.ok) throw new Error(answer.code);
    const { appId, timeStamp, nonceStr, package: prepay, paySign } = answer.value;
    const text = `${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`;
    const key = new X509Certificate(readFileSync(env.WECHATPAY_CERT_FILE ?? '')).publicKey;
    expect(verify('sha256', Buffer.from(text), key, Buffer.from(paySign, 'base64'))).toBe(true);
    expect(await queryTransaction(order.outTradeNo)).toMatchObject({ ok: true, value: { trade_state: 'NOTPAY' } });
    await outside.command('pay', { person: 'zhiyuan', order: prepay.replace('prepay_id=', '') });
    expect(await queryTransaction(order.outTradeNo)).toMatchObject({
      value: { trade_state: 'SUCCESS', appid: env.WECHAT_APPID, mchid: env.WECHATPAY_MCHID, amount: { total: 3500 } },
    });
    expect(await closeTransaction(order.outTradeNo)).toMatchObject({ fault: 'already_paid' });
  });

  test('by others than the one it was placed for: no', async () => {
    const order = request();
    await placeJsapi({ ...order, openid: await openidOf('zhiyuan') });
    await expect(outside.command('pay', { person: 'shuning', order: order.outTradeNo })).rejects.toThrow('本人');
    expect(await placeJsapi({ ...request(), openid: 'o-nobody' })).toMatchObject({
      fault: 'refused',
      code: 'PARAM_ERROR',
    });
  });

  test('in a browser and by a code', async () => {
    const h5 = await placeH5({ ...request(), payerAddress: '203.0.113.9' });
    expect(h5).toMatchObject({ ok: true, value: { h5_url: expect.stringContaining('/sandbox/cashier/') } });
    expect(await placeNative(request())).toMatchObject({ value: { code_url: expect.stringMatching(/^weixin:\/\//) } });
  });

  test('closed is closed, unknown is unknown, and one number is one order', async () => {
    const order = request();
    await placeNative(order);
    expect(await placeNative({ ...order, totalFen: 1 })).toMatchObject({ fault: 'refused', code: 'INVALID_REQUEST' });
    expect(await closeTransaction(order.outTradeNo)).toEqual({ ok: true, value: null });
    expect(await placeNative(order)).toMatchObject({ fault: 'closed' });
    expect(await queryTransaction('T0000000000')).toMatchObject({ fault: 'not_found' });
    expect(await placeNative({ ...order, outTradeNo: 'x' })).toMatchObject({ fault: 'refused' });
  });
});

describe('answers', () => {
  test('hanging, failing, slow: a fault in five seconds at most', async () => {
    await outside.command('trouble', { where: 'pay', kind: 'error' });
    expect(await queryTransaction('T0000000000')).toMatchObject({ fault: 'unreachable' });
    await outside.command('trouble', { where: 'pay', kind: 'hang' });
    const began = performance.now();
    expect(await queryTransaction('T0000000000')).toMatchObject({ fault: 'unreachable', code: 'TimeoutError' });
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  test('that another key signed are not believed', async () => {
    const id = env.WECHATPAY_PUBLIC_KEY_ID;
    env.WECHATPAY_PUBLIC_KEY_ID = 'PUB_KEY_ID_OF_SOMEBODY_ELSE';
    try {
      expect(await queryTransaction((await paid()).outTradeNo)).toMatchObject({
        fault: 'unreachable',
        code: 'UNSIGNED',
      });
    } finally {
      Object.assign(env, { WECHATPAY_PUBLIC_KEY_ID: id });
    }
  });

  test('control: the same answer is believed with the right key', async () => {
    expect(await queryTransaction((await paid()).outTradeNo)).toMatchObject({ value: { trade_state: 'SUCCESS' } });
  });
});

test('the sandbox refuses what is not signed, too old, or sent twice', async () => {
  const { url } = outside;
  const library = merchant()?.library;
  const path = '/v3/certificates';
  const headers = (seconds: number, nonce: string) => {
    const timestamp = String(Math.floor(clock.now() / 1000) + seconds);
    const signature = library?.getSignature('GET', nonce, timestamp, path) ?? '';
    return {
      accept: 'application/json',
      'user-agent': 'test',
      authorization: library?.getAuthorization(nonce, timestamp, signature) ?? '',
    };
  };
  const ask = async (init: Record<string, string>) => (await fetch(url + path, { headers: init })).status;
  expect(await ask({})).toBe(401);
  expect(await ask(headers(-301, 'a'))).toBe(401);
  expect(await ask(headers(301, 'b'))).toBe(401);
  const good = headers(0, 'c');
  expect(await ask({ ...good, authorization: good.authorization.replace('nonce_str="c"', 'nonce_str="d"') })).toBe(401);
  expect(await ask(good)).toBe(404);
  expect(await ask(good)).toBe(401);
});

test('money goes back, once for one number', async () => {
  const order = await paid();
  const refund = {
    outTradeNo: order.outTradeNo,
    outRefundNo: `R${order.outTradeNo}`,
    refundFen: 3500,
    totalFen: 3500,
    reason: '申请已撤回',
    notifyUrl: order.notifyUrl,
  };
  expect(await requestRefund(refund)).toMatchObject({ value: { status: 'PROCESSING' } });
  expect(await requestRefund(refund)).toMatchObject({ value: { status: 'PROCESSING' } });
  expect(await requestRefund({ ...refund, outRefundNo: 'another' })).toMatchObject({ fault: 'refused' });
  await outside.command('refund', { refund: refund.outRefundNo });
  expect(await queryRefund(refund.outRefundNo)).toMatchObject({
    value: { status: 'SUCCESS', amount: { refund: 3500 } },
  });
  expect(await queryRefund('nothing')).toMatchObject({ fault: 'not_found' });
});

test('the bill of a day has every payment and refund, in fen', async () => {
  const date = toShanghaiDate(now);
  const order = await paid();
  const back = { outTradeNo: order.outTradeNo, outRefundNo: `R${order.outTradeNo}`, refundFen: 3500, totalFen: 3500 };
  await requestRefund({ ...back, reason: '退款', notifyUrl: order.notifyUrl });
  expect(await fetchTradeBill(date)).toMatchObject({ fault: 'not_ready' });
  now += 86_400_000 * 2;
  advanceClock(86_400_000 * 2);
  const bill = await fetchTradeBill(date);
  const lines = bill.ok ? bill.value.filter((line) => line.outTradeNo === order.outTradeNo) : [];
  expect(lines).toEqual([
    expect.objectContaining({ kind: 'payment', amountFen: 3500, state: 'SUCCESS' }),
    expect.objectContaining({ kind: 'refund', amountFen: 3500, outRefundNo: back.outRefundNo }),
  ]);
  expect(await fetchTradeBill(toShanghaiDate(now - 86_400_000 * 30))).toMatchObject({ fault: 'not_found' });
});
