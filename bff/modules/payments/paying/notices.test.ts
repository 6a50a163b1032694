import { describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { NOTICE_PATH } from '../books/notice-url.ts';
import { PaperOrder } from '../../papers/model.ts';
import { PaymentDifference } from '../model.ts';
import { useApi } from '../../../test/api.ts';
import { runNoticeMix } from '../../../test/paying/notice-mix.ts';
import { useOffice } from '../../../test/office.ts';
import { chargeForPaper, placed } from '../../../test/factories/payable-papers.ts';
import { makeNotice, type SentNotice } from '../../../test/paying/pay-notices.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { useSandbox } from '../../../test/sandbox.ts';

useOffice();
useSandbox();
const api = useApi();

test('of ten thousand notices exactly those are believed that WeChat Pay sent about our own orders', async () => {
  await chargeForPaper();
  const { paid, oracle, verdicts } = await runNoticeMix({ notices: 10_000, orders: 60, seed: 20261122 });
  expect(paid).toEqual(oracle);
  expect(oracle.length).toBeGreaterThan(25);
  expect(Object.keys(verdicts['forged'] ?? {})).toEqual(['signature']);
  expect(Object.keys(verdicts['tampered'] ?? {})).toEqual(['encryption']);
  expect(Object.keys(verdicts['stale'] ?? {})).toEqual(['skew']);
  expect(Object.keys(verdicts['unknown serial'] ?? {})).toEqual(['serial']);
  expect(Object.keys(verdicts['wrong amount'] ?? {})).toEqual(['not ours']);
  expect(Object.keys(verdicts['wrong merchant'] ?? {})).toEqual(['not ours']);
  // Each was told of once, in the same transaction.
  expect(await PaperOrder.count({ where: { payment: 'wechat' } })).toBe(oracle.length);
  expect(await PaymentDifference.count({ where: { kind: 'told_otherwise' } })).toBeGreaterThan(0);
});

test('the door: raw bytes, 204 for what is taken, 401 for what is not WeChat Pay’s', async () => {
  await chargeForPaper();
  const payment = await placed(await memberActor({ firmId: (await makeFirm()).id }), 'DOOR000000000001');
  const post = (notice: { rawBody: string; headers: Record<string, string> }) =>
    api.fetch(NOTICE_PATH, {
      method: 'POST',
      body: notice.rawBody,
      headers: { 'content-type': 'application/json', ...notice.headers },
    });
  expect((await post(makeNotice('forged', payment))).status).toBe(401);
  expect((await post(makeNotice('wrong amount', payment))).status).toBe(400);
  const respaced = makeNotice('valid', payment);
  expect((await post({ ...respaced, rawBody: JSON.stringify(JSON.parse(respaced.rawBody), null, 1) })).status).toBe(
    401,
  );
  const probe = makeNotice('valid', payment);
  probe.headers['wechatpay-signature'] = `WECHATPAY/SIGNTEST/${probe.headers['wechatpay-signature'] ?? ''}`;
  expect((await post(probe)).status).toBe(401);
  expect((await payment.reload()).state).toBe('paying');
  const valid = makeNotice('valid', payment);
  expect((await post(valid)).status).toBe(204);
  expect((await payment.reload()).state).toBe('paid');
  expect((await post(valid)).status).toBe(204);
  expect((await post({ rawBody: 'x'.repeat(70_000), headers: valid.headers })).status).toBe(413);
});

describe('a notice that comes in pieces, without its length,', () => {
  const KIB_64 = 64 * 1024;
  const post = async ({ rawBody, headers }: SentNotice, size: number) => {
    const bytes = Buffer.from(rawBody);
    const count = Math.ceil(bytes.length / size);
    const pieces = Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
    const answer = await fetch(`${api.url}${NOTICE_PATH}`, {
      method: 'POST',
      body: Readable.toWeb(Readable.from(pieces)) as ReadableStream,
      duplex: 'half',
      headers: { 'content-type': 'application/json', ...headers },
    } as RequestInit);
    return answer.status;
  };
  const waits = async (number: string) => placed(await memberActor({ firmId: (await makeFirm()).id }), number);

  test('is read, cut amid what may be one character', async () => {
    const payment = await waits('PIECES0000000001');
    expect(await post(makeNotice('valid', payment), 7)).toBe(204);
    expect((await payment.reload()).state).toBe('paid');
  });

  test('is read up to 64 KB, by its own signature', async () => {
    const payment = await waits('PIECES0000000002');
    const notice = makeNotice('valid', payment, KIB_64);
    expect(Buffer.byteLength(notice.rawBody)).toBe(KIB_64);
    expect(await post({ ...notice, rawBody: notice.rawBody.replace('支付成功 ', '支付成功。') }, 1_000)).toBe(413);
    expect(await post({ ...notice, rawBody: notice.rawBody.replace('支付成功 ', '支付成功.') }, 1_000)).toBe(401);
    expect((await payment.reload()).state).toBe('paying');
    expect(await post(notice, 1_000)).toBe(204);
    expect((await payment.reload()).state).toBe('paid');
  });

  test('is refused beyond, however right it is, and the connection serves on', async () => {
    const payment = await waits('PIECES0000000003');
    expect(await post(makeNotice('valid', payment, KIB_64 + 1), 1_000)).toBe(413);
    // Far beyond: what never ends is not waited for.
    expect(await post(makeNotice('valid', payment, 4 * 1024 * 1024), 40_000)).toBe(413);
    expect((await payment.reload()).state).toBe('paying');
    expect(await post(makeNotice('valid', payment), 1_000)).toBe(204);
  });
});
