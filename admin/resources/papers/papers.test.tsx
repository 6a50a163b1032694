import { beforeEach, describe, expect, test, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { PaperDetail, PaperRow } from '../../../bff/contract/papers/endpoints.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const row = (more: Partial<PaperRow>): PaperRow => ({
  id: 1,
  applicationId: 7,
  number: '2611220007',
  typeLabel: '律所无行业处分',
  applicantName: '江海鼎禾律师事务所',
  recipient: '林知远',
  pickup: 'mail',
  copies: 2,
  totalFen: 0,
  state: 'to_print',
  ageMinutes: 5,
  isPrintable: true,
  createdAt: '2026-11-22T05:46:00.000Z',
  courier: '',
  trackingNo: '',
  scanToken: null,
  ...more,
});
const rows = [
  row({}),
  row({ id: 2, number: '2611220008', recipient: '顾清和', pickup: 'collect', isPrintable: false }),
];
const COUNTS = { awaiting_payment: 0, to_print: 2, to_collect: 0, to_mail: 1, mailed: 0, completed: 0, voided: 0 };

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('service')),
    'GET /staff/papers': () => reply(pageOf(rows)),
    'GET /staff/papers/counts': () => reply(COUNTS),
    'GET /staff/print-batches': () => reply([]),
  });
});
const posted = (endpoint: string) => server.calls.filter((one) => one.endpoint === endpoint).map(({ body }) => body);

describe('the work list', () => {
  test('opens at 待打印 with the count of every tab; what cannot be printed cannot be chosen', async () => {
    openApp('/papers');
    await screen.findByText('2611220007');
    expect(await screen.findByRole('tab', { name: '待打印 2' })).toBeTruthy();
    const boxes = within(screen.getByRole('table')).getAllByRole('checkbox') as HTMLInputElement[];
    expect(boxes.map(({ disabled }) => disabled)).toEqual([false, false, true]);
    expect(screen.getByRole('button', { name: /导出Excel/ })).toBeTruthy();
  });

  test('makes one file of the chosen orders', async () => {
    server.on('POST /staff/print-batches', () => reply({ id: 3, state: 'making', orders: 1, copies: 2, done: 0 }));
    const { user } = openApp('/papers');
    await screen.findByText('2611220007');
    await user.click(within(screen.getByRole('table')).getAllByRole('checkbox')[1]!);
    await user.click(screen.getByRole('button', { name: '制作打印文件（1）' }));
    await waitFor(() => expect(posted('POST /staff/print-batches')).toEqual([{ orderIds: [1] }]));
  });

  test('posts with a tracking number each, and says why one was refused', async () => {
    const failure = { id: 1, number: '2611220007', failure: '当前状态下不能进行此操作' };
    server.on('POST /staff/papers/mailings', () => reply({ results: [failure] }));
    const { user } = openApp('/papers');
    await screen.findByText('2611220007');
    await user.click(within(screen.getByRole('table')).getAllByRole('checkbox')[1]!);
    await user.click(screen.getByRole('button', { name: '登记寄出（1）' }));
    const form = within(screen.getByRole('form', { name: '登记寄出' }));
    await user.type(form.getByLabelText(/快递公司/), '邮政');
    await user.type(form.getByLabelText(/林知远 的快递单号/), 'EA123456789CN');
    await user.click(form.getByRole('button', { name: '确认寄出 1 单' }));
    expect(await screen.findByText('当前状态下不能进行此操作')).toBeTruthy();
    expect(posted('POST /staff/papers/mailings')).toEqual([
      { mailings: [{ orderId: 1, courier: '邮政', trackingNo: 'EA123456789CN' }] },
    ]);
  });
});

describe('登记寄出 with a scanner', () => {
  test('the copy finds its row, the parcel fills it, and nothing typed fast is lost', async () => {
    const waiting = [
      row({ state: 'to_mail' }),
      row({ id: 2, number: '2611220008', state: 'to_mail', recipient: '周予安', scanToken: 'fH40GKQq7uz8AR-y9uufzA' }),
    ];
    server.on('GET /staff/papers', () => reply(pageOf(waiting)));
    server.on('POST /staff/papers/mailings', () =>
      refuse(422, 'invalid_fields', '请检查填写的内容', { 'mailings.0.trackingNo': '请填写快递单号' }),
    );
    const { user } = openApp('/papers?state=to_mail');
    await screen.findByText('2611220008');
    for (const box of within(screen.getByRole('table')).getAllByRole('checkbox').slice(1)) await user.click(box);
    await user.click(screen.getByRole('button', { name: '登记寄出（2）' }));
    const form = within(screen.getByRole('form', { name: '登记寄出' }));
    await user.type(form.getByLabelText(/快递公司/), '邮政');
    await user.type(form.getByLabelText(/扫描证明上的二维码/), '2611220008-01-7QK4M2ZP{Enter}');
    await user.keyboard('EA000000002CN{Enter}');
    expect(form.getByLabelText<HTMLInputElement>(/周予安 的快递单号/).value).toBe('EA000000002CN');
    expect(document.activeElement).toBe(form.getByLabelText(/扫描证明上的二维码/));
    // The code on a copy is the address at which it is verified.
    await user.keyboard('https://lvzheng.example.com/c/fH40GKQq7uz8AR-y9uufzA{Enter}EA000000003CN{Enter}');
    expect(form.getByLabelText<HTMLInputElement>(/周予安 的快递单号/).value).toBe('EA000000003CN');
    await user.keyboard('2611229999{Enter}');
    expect(form.getByRole('alert').textContent).toBe('所选的单中没有 2611229999');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await form.findByText('请填写快递单号')).toBeTruthy();
    expect(form.getByLabelText(/林知远 的快递单号/).getAttribute('aria-invalid')).toBe('true');
    expect(form.getByLabelText<HTMLInputElement>(/周予安 的快递单号/).value).toBe('EA000000003CN');
  });

  test('what was scanned is not put away without a question: not by a tab, not by 取消', async () => {
    server.on('GET /staff/papers', () => reply(pageOf([row({ state: 'to_mail' })])));
    const asked: string[] = [];
    const confirm = jest.spyOn(window, 'confirm').mockImplementation((question) => {
      asked.push(String(question));
      return false;
    });
    const { user } = openApp('/papers?state=to_mail');
    await screen.findByText('2611220007');
    await user.click(within(screen.getByRole('table')).getAllByRole('checkbox')[1]!);
    await user.click(screen.getByRole('button', { name: '登记寄出（1）' }));
    const form = within(screen.getByRole('form', { name: '登记寄出' }));
    await user.type(form.getByLabelText(/林知远 的快递单号/), 'EA123456789CN');
    await user.click(screen.getByRole('tab', { name: /已寄出/ }));
    expect(asked).toHaveLength(1);
    await user.click(form.getByRole('button', { name: '取消' }));
    await user.click(await screen.findByRole('button', { name: '继续填写' }));
    expect(form.getByLabelText<HTMLInputElement>(/林知远 的快递单号/).value).toBe('EA123456789CN');
    confirm.mockRestore();
  });
});

const copy = { id: 5, serial: '2611220007-01-7QK4M2ZP', state: 'valid', printedAt: null, voidedAt: null } as const;
const detail: PaperDetail = {
  ...row({ state: 'to_mail' }),
  phone: '19900000000',
  address: '江海市书院街8号',
  remark: '',
  payment: 'free',
  payUntilOn: '2026-12-06',
  paidAt: null,
  receiptNo: '',
  collectedBy: '',
  voidReason: '',
  fees: { copyFeeFen: 0, postageFen: 0, totalFen: 0 },
  bulk: null,
  copyList: [{ ...copy, voidedBy: '', voidReason: '', replaces: null }],
  can: { pay: false, finishPrint: false, handOver: false, mail: true, deliver: false, reprint: true, void: true },
};

test('a lost copy is voided with a reason and printed again unless told otherwise', async () => {
  server.on('GET /staff/papers/1', () => reply(detail));
  server.on('POST /staff/paper-copies/5/void', () => reply({ ...detail, state: 'to_print' }));
  const { user } = openApp('/papers/1');
  const term = await screen.findByText('（含当日），逾期未缴费自动取消');
  expect(term.textContent).toBe('2026-12-06（含当日），逾期未缴费自动取消');
  await user.click(await screen.findByRole('button', { name: '作废此份' }));
  await user.type(screen.getByLabelText(/作废原因/), '遗失');
  await user.click(screen.getByRole('button', { name: '确认作废' }));
  await waitFor(() =>
    expect(posted('POST /staff/paper-copies/5/void')).toEqual([{ reason: '遗失', then: 'print-another' }]),
  );
});

describe('作废整单 says what happens to the money', () => {
  const fees = { copyFeeFen: 500, postageFen: 1200, totalFen: 2200 };
  const bulk = { id: 3, waiting: 0, totalFen: 6600 };
  test.each<[string, Partial<PaperDetail>, string]>([
    ['paid by WeChat', { payment: 'wechat', fees }, '已由微信支付的 22.00元将原路退回，退款进度见“订单与对账”。'],
    [
      'paid with others in one sum',
      { payment: 'wechat', fees, bulk },
      '批量申请一并支付的款项中，本单的 22.00元将原路退回，退款进度见“订单与对账”。',
    ],
    [
      'paid at the counter',
      { payment: 'counter', fees, receiptNo: '0012345' },
      '线下收取的 22.00元（票据号 0012345）不会自动退回，请按票据线下退款。',
    ],
    ['not paid yet', { payment: null, fees }, '费用尚未缴纳，作废后不能再缴。'],
    ['free of charge', {}, ''],
  ])('%s', async (_what, more, said) => {
    server.on('GET /staff/papers/1', () => reply({ ...detail, ...more }));
    const { user } = openApp('/papers/1');
    await user.click(await screen.findByRole('button', { name: '作废整单' }));
    expect(await screen.findByText(`将作废全部 1 份，不能恢复；电子证明不受影响。${said}`)).toBeTruthy();
  });
});
