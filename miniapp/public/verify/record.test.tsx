import { beforeEach, expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { CERTIFICATE, OFFICE, RECEIPT_REPLY } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState } from '../../test/taro.ts';
import { said } from '../../test/said.ts';
import VerifyPage from './index.tsx';

const OPEN = {
  'GET /api/settings/public': () => OFFICE,
  'GET /api/signing-certificates': () => ({ certificates: [] }),
};
beforeEach(freshDevice);

it('is a record: when by our clock, where, and every row once it is printed', async () => {
  taroState.params = { token: 'tok' };
  const rows = Array.from({ length: 60 }, (_, n) => [String(n + 1), `律师${n + 1}`]);
  const roster = { title: '名单', columns: ['序号', '姓名'], rows };
  const known: VerificationReply = {
    answer: 'authentic',
    standing: 'valid',
    standingOn: null,
    expiresOn: null,
    isUnderReview: false,
    replacedBy: null,
    checkedAt: '2026-11-28T04:05:06.000Z',
    certificate: { ...CERTIFICATE, roster },
  };
  fakeApi({ ...OPEN, 'GET /api/verify/tok': () => known });
  show(<VerifyPage />);
  expect(await screen.findByText(said('2026-11-28 12:05:06（北京时间 Beijing time）'))).toBeTruthy();
  expect(screen.getByText(location.href)).toBeTruthy();
  expect(screen.getByText(CERTIFICATE.sha256)).toBeTruthy();
  expect(screen.queryByText('律师60')).toBeNull();
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(screen.getByText('律师60')).toBeTruthy();
});

it('a service that is down is told in both languages', async () => {
  fakeApi({ ...OPEN, 'POST /api/verify/number': () => refuse('unavailable') });
  show(<VerifyPage />);
  await userEvent.type(await screen.findByLabelText('编号 Number'), '2611220041');
  await userEvent.type(screen.getByLabelText('核验码 Code'), 'abcd{Enter}');
  expect(await screen.findByText('The service is not available at the moment. Please try again later.')).toBeTruthy();
  expect(screen.getByText('服务暂时不可用，请稍后重试')).toBeTruthy();
});

it('a receipt has a page of its own, in both languages, and says what was refunded since', async () => {
  taroState.params = { token: 'tok' };
  fakeApi({ ...OPEN, 'GET /api/verify/tok': () => ({ ...RECEIPT_REPLY, refundedFen: 350 }) });
  show(<VerifyPage />);
  await screen.findByRole('heading', { name: '开具之后有退款' });
  const answer = document.getElementById('answer')?.textContent ?? '';
  expect(answer).toContain('当前状态：已退款3.50元');
  expect(answer).toContain('Status now: CNY 3.50 refunded');
  expect(answer).toContain('测试收据，不具有法律效力');
  expect(screen.getByText('江海衡则律师事务所')).toBeTruthy();
  expect(screen.getByText('7.00 元 (CNY)')).toBeTruthy();
  expect(screen.getByText(RECEIPT_REPLY.receipt.sha256)).toBeTruthy();
  // A paper copy is one of a certificate.
  expect(screen.queryByLabelText('份号 Copy number')).toBeNull();
});
