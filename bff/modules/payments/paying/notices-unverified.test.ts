import { expect, jest, test } from '@jest/globals';

// Control of notices.test.ts: the same mix, but nobody looks at signatures.
jest.unstable_mockModule('../../../platform/wechat-pay/verify-signature.ts', () => ({
  SKEW_MS: 300_000,
  readSignatureHeaders: (header: (name: string) => string) => ({
    timestamp: header('wechatpay-timestamp'),
    nonce: header('wechatpay-nonce'),
    serial: header('wechatpay-serial'),
    signature: header('wechatpay-signature'),
  }),
  looksSigned: () => null,
  isSigned: () => true,
}));
const { useOffice } = await import('../../../test/office.ts');
const { useSandbox } = await import('../../../test/sandbox.ts');
const { runNoticeMix } = await import('../../../test/paying/notice-mix.ts');
const { chargeForPaper } = await import('../../../test/factories/payable-papers.ts');

useOffice();
useSandbox();

test('without signatures, orders count as paid that nobody paid', async () => {
  await chargeForPaper();
  const { paid, oracle } = await runNoticeMix({ notices: 1_000, orders: 30, seed: 20261122 });
  expect(paid.length).toBeGreaterThan(oracle.length);
});
