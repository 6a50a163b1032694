import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BulkDetail, BulkPaper } from '../../../bff/contract/bulk/endpoints.ts';
import type { PaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, FREE_TEXT, OFFICE, SOME_LAWYERS } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState, visits } from '../../test/taro.ts';
import { DraftCard } from '../../application/drafts/draft-card.tsx';
import { keptDraft } from '../../application/drafts/kept-draft.ts';
import BulkPage from './index.tsx';

const ORDER: BulkDetail = {
  id: 9,
  typeLabel: '律所+部分律师无行业处分',
  createdAt: '2026-11-22T01:00:00.000Z',
  total: 3,
  counts: {
    waiting: 0,
    to_person: 1,
    returned: 0,
    approved: 0,
    issued: 1,
    rejected: 0,
    withdrawn: 0,
    lapsed: 0,
    failed: 1,
  },
  isFinished: true,
  hasPaper: false,
  items: [
    {
      lawyerId: 1,
      name: '林知远',
      licenceNo: '14499201010000001',
      outcome: 'issued',
      applicationId: 41,
      number: '2611220041',
      reason: '',
    },
    {
      lawyerId: 2,
      name: '顾清和',
      licenceNo: '14499201010000002',
      outcome: 'to_person',
      applicationId: 42,
      number: '2611220042',
      reason: '',
    },
    {
      lawyerId: 3,
      name: '韩立群',
      licenceNo: '14499201010000003',
      outcome: 'failed',
      applicationId: null,
      number: '',
      reason: '非本所在册律师',
    },
  ],
};
const base = {
  'GET /api/session': () => FIRM_SESSION,
  'GET /api/settings/public': () => OFFICE,
  'GET /api/certificate-types': () => [SOME_LAWYERS, FREE_TEXT],
  'GET /api/bulk-orders': () => [ORDER],
};

beforeEach(freshDevice);

describe('批量申请', () => {
  it('shows the result of each lawyer, and why one failed', async () => {
    taroState.params = { id: '9' };
    fakeApi({ ...base, 'GET /api/bulk-orders/9': () => ORDER });
    show(<BulkPage />);
    expect(await screen.findByText('3 / 3')).toBeTruthy();
    expect(screen.getByText('林知远')).toBeTruthy();
    expect(document.body.textContent).toContain('非本所在册律师');
    expect(screen.getByRole('button', { name: '打包下载（1 份）' })).toBeTruthy();
  });

  it('offers only types that name lawyers, and lists earlier orders', async () => {
    fakeApi(base);
    show(<BulkPage />);
    expect(await screen.findByText(/已出具 1\/3/)).toBeTruthy();
    const options = [...document.querySelectorAll('select#type option')].map((option) => option.textContent);
    expect(options).toEqual([SOME_LAWYERS.label]);
  });

  it('ends with its bar, which would hide what stands below it', async () => {
    fakeApi(base);
    show(<BulkPage />);
    const earlier = await screen.findByText(/已出具 1\/3/);
    const submit = await screen.findByRole('button', { name: '提交申请' });
    expect(earlier.compareDocumentPosition(submit) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('offers none that the firm may not ask for now', async () => {
    fakeApi({ ...base, 'GET /api/certificate-types': () => [{ ...SOME_LAWYERS, unmet: ['信息不全'] }] });
    show(<BulkPage />);
    expect(await screen.findByText(/目前没有可以按律师批量申请的证明类型/)).toBeTruthy();
  });

  it('keeps what was typed on this device until it is submitted, and home leads back to it', async () => {
    fakeApi({ ...base, 'POST /api/bulk-orders': () => ORDER, 'GET /api/bulk-orders/9': () => ORDER });
    const { unmount } = show(<BulkPage />);
    expect(keptDraft(7, 'bulk-draft')).toBeNull();
    await userEvent.type(await screen.findByLabelText(/联系邮箱/), 'office@example.com');
    unmount();
    const home = show(<DraftCard accountId={7} form="bulk-draft" />);
    expect(await screen.findByText('未提交的批量申请')).toBeTruthy();
    expect(await screen.findByText(SOME_LAWYERS.label)).toBeTruthy();
    await userEvent.click(screen.getByText('继续填写'));
    expect(visits.at(-1)).toContain('bulk');
    home.unmount();
    show(<BulkPage />);
    expect((await screen.findByLabelText<HTMLInputElement>(/联系邮箱/)).value).toBe('office@example.com');
    expect(keptDraft(7, 'bulk-draft')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
    await waitFor(() => expect(keptDraft(7, 'bulk-draft')).toBeNull());
  });

  it('shows every fault of the server beside its field, and a second try keeps the key', async () => {
    const seen = fakeApi({
      ...base,
      'POST /api/bulk-orders': () =>
        refuse('invalid_fields', { lawyerIds: '请至少选择一名律师', email: '请填写联系邮箱' }),
    });
    show(<BulkPage />);
    await userEvent.click(await screen.findByRole('button', { name: '提交申请' }));
    expect(await screen.findByText('请至少选择一名律师')).toBeTruthy();
    expect(screen.getByText('请填写联系邮箱')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
    await waitFor(() => expect(seen.filter(({ route }) => route.startsWith('POST'))).toHaveLength(2));
    const keys = seen
      .filter(({ route }) => route.startsWith('POST'))
      .map(({ body }) => (body as { idempotencyKey: string }).idempotencyKey);
    expect(new Set(keys).size).toBe(1);
  });
});

describe('its paper', () => {
  const owed = { orders: 2, copiesFen: 700, postageFen: 1200, totalFen: 1900, payUntilOn: '2026-12-06' };
  const nothingOwed = { orders: 0, copiesFen: 0, postageFen: 0, totalFen: 0, payUntilOn: null };
  const payment: PaymentDetail = {
    id: 3,
    state: 'paid',
    channel: 'native',
    amountFen: 1900,
    refundedFen: 0,
    paidAt: '2026-11-22T10:05:00.000Z',
    expiresAt: '2026-11-22T10:30:00.000Z',
    refunds: [],
    can: { receipt: true },
  };
  const open = (paper: () => BulkPaper, more: Parameters<typeof fakeApi>[0] = {}) => {
    taroState.params = { id: '9' };
    const routes = {
      'GET /api/bulk-orders/9': () => ({ ...ORDER, hasPaper: true }),
      'GET /api/bulk-orders/9/paper': paper,
    };
    const seen = fakeApi({ ...base, ...routes, ...more });
    show(<BulkPage />);
    return seen;
  };

  it('is paid in one sum, and says what will be owed later', async () => {
    let paper: BulkPaper = { owed, undecided: 1, standing: [], payments: [], can: { cancel: true } };
    const seen = open(() => paper, {
      'POST /api/bulk-orders/9/payment': () => {
        const paying = {
          ...payment,
          state: 'paying',
          paidAt: null,
          expiresAt: new Date(Date.now() + 60_000).toISOString(),
        } as const;
        paper = { ...paper, payments: [{ bundleId: 5, orders: 2, payment: { ...paying, can: { receipt: false } } }] };
        return { ...paying, pay: { kind: 'native', picture: 'data:image/png;base64,iVBORw0KGgo=' } };
      },
    });
    expect((await screen.findAllByText('19.00 元')).length).toBeGreaterThan(0);
    expect(document.body.textContent).toContain('另有 1 份证明还没有审核完，通过后再缴费，没有通过的不收');
    await userEvent.click(screen.getByText('微信支付'));
    expect(await screen.findByAltText('微信支付二维码')).toBeTruthy();
    expect(seen.filter(({ route }) => route.endsWith('/payment'))).toHaveLength(1);
    paper = {
      owed: nothingOwed,
      undecided: 1,
      standing: [{ state: 'to_print', orders: 2 }],
      payments: [{ bundleId: 5, orders: 2, payment }],
      can: { cancel: true },
    };
    await screen.findByText('支付成功', undefined, { timeout: 10_000 });
    expect(await screen.findByText('下载缴费收据')).toBeTruthy();
    expect(document.body.textContent).toContain('待打印2 名律师');
    expect(screen.queryByText('微信支付', { selector: 'button' })).toBeNull();
  });

  it('is given up after a question that says what becomes of the money', async () => {
    const seen = open(
      () => ({
        owed: nothingOwed,
        undecided: 0,
        standing: [{ state: 'to_print', orders: 2 }],
        payments: [{ bundleId: 5, orders: 2, payment }],
        can: { cancel: true },
      }),
      {
        'POST /api/bulk-orders/9/paper-cancellation': () => ({
          owed: nothingOwed,
          undecided: 0,
          standing: [{ state: 'voided', orders: 2 }],
          payments: [],
          can: { cancel: false },
        }),
      },
    );
    await userEvent.click(await screen.findByText('取消纸质证明'));
    expect(await screen.findByText(/已缴的相应费用将原路退回/)).toBeTruthy();
    expect(seen.some(({ route }) => route.endsWith('paper-cancellation'))).toBe(false);
    await userEvent.click(screen.getAllByText('取消纸质证明', { selector: 'button' }).at(-1)!);
    await waitFor(() => expect(seen.some(({ route }) => route.endsWith('paper-cancellation'))).toBe(true));
  });
});
