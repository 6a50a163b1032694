import { expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { NOTICE_PATH } from '../books/notice-url.ts';
import { PaperOrder } from '../../papers/model.ts';
import { PaymentDifference } from '../model.ts';
import { useApi } from '../../../test/api.ts';
import { runNoticeMix } from '../../../test/paying/notice-mix.ts';
import { useOffice } from '../../../test/office.ts';
import { chargeForPaper, placed } from '../../../test/factories/payable-papers.ts';
import { makeNotice } from '../../../test/paying/pay-notices.ts';
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

test('a notice that comes in pieces, without its length, is read; one without an end is not', async () => {
  const payment = await placed(await memberActor({ firmId: (await makeFirm()).id }), 'PIECES0000000001');
  const post = (pieces: Iterable<Uint8Array>, headers: Record<string, string>) =>
    fetch(`${api.url}${NOTICE_PATH}`, {
      method: 'POST',
      body: Readable.toWeb(Readable.from(pieces)) as ReadableStream,
      duplex: 'half',
      headers: { 'content-type': 'application/json', ...headers },
    } as RequestInit);
  const { rawBody, headers } = makeNotice('valid', payment);
  const bytes = Buffer.from(rawBody);
  // Cut amid what may be one character.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) => bytes.subarray(i * 7, i * 7 + 7));
  expect((await post([Buffer.alloc(40_000, 'x'), Buffer.alloc(40_000, 'x')], headers)).status).toBe(413);
  expect((await payment.reload()).state).toBe('paying');
  expect((await post(pieces, headers)).status).toBe(204);
  expect((await payment.reload()).state).toBe('paid');
});
