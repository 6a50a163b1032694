import { beforeEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { DuesRow, FirmRecords } from '../../../bff/contract/records/endpoints.ts';
import { firm, lawyer, noLawyerRecords, pageOf, sessionOf } from '../../test/samples.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { readYuan } from '../../../bff/contract/text.ts';
import { formatYuan, toYuanInput } from '../../ui/form/money.ts';

const DUES: DuesRow = {
  id: 7,
  subjectKind: 'firm',
  subjectId: 3,
  subjectName: '江海鼎禾律师事务所',
  subjectLicenceNo: '24499200610000003',
  year: 2026,
  dueFen: 1_000_050,
  paidFen: 400_000,
  state: 'unpaid',
  settledOn: null,
  remark: '',
  version: 2,
};
const records = (more: Partial<FirmRecords> = {}): FirmRecords => ({
  assessments: [],
  dues: [DUES],
  formerNames: [],
  mergers: [],
  ...more,
});

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/firms/3': () => reply(firm({})),
    'GET /staff/firms/3/records': () => reply(records()),
    'GET /staff/discipline-records': () => reply(pageOf([])),
    'GET /staff/dues/7': () => reply(DUES),
  });
});
const field = (label: string) => screen.getByLabelText(label) as HTMLInputElement;

describe('on the page of a firm', () => {
  test('each kind of record has its place, money stands in yuan, and what is missing is said', async () => {
    openApp('/firms/3');
    const dues = await screen.findByRole('region', { name: '会费' });
    expect(dues.textContent).toContain('应缴 10,000.50\u00a0元，已缴 4,000.00\u00a0元');
    expect(screen.getByRole('region', { name: '年度考核' }).textContent).toContain('没有考核记录');
    expect(screen.getByRole('region', { name: '合并' }).textContent).toContain('没有合并记录');
  });

  test('who may not write sees no buttons', async () => {
    server.on('GET /staff/session', () => reply(sessionOf('service')));
    openApp('/firms/3');
    const dues = await screen.findByRole('region', { name: '会费' });
    expect(within(dues).queryAllByRole('button')).toEqual([]);
  });

  test('a record is removed after a question, with the version that was seen', async () => {
    server.on('DELETE /staff/dues/7', () => reply(null));
    const { user } = openApp('/firms/3');
    await user.click(await screen.findByRole('button', { name: '删除2026年度会费' }));
    const question = await screen.findByRole('dialog');
    expect(question.textContent).toContain('删除“2026年度会费”？');
    expect(server.calls.some(({ endpoint }) => endpoint.startsWith('DELETE'))).toBe(false);
    server.on('GET /staff/firms/3/records', () => reply(records({ dues: [] })));
    await user.click(within(question).getByRole('button', { name: '删除' }));
    await screen.findByText('没有会费记录');
    expect(server.calls.find(({ endpoint }) => endpoint.startsWith('DELETE'))?.query).toEqual({ version: '2' });
  });
});

describe('the form of dues', () => {
  test('takes yuan, sends fen, and goes back to the member', async () => {
    server.on('POST /staff/dues', () => reply({ ...DUES, id: 8 }));
    const { user, address } = openApp('/firms/3');
    await user.click(await screen.findByRole('button', { name: '登记会费' }));
    await screen.findByText('江海鼎禾律师事务所（2 4499 2006 1 0 000003）');
    await user.type(field('应缴金额（元）'), '１,２００.５');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(address()).toBe('/firms/3'));
    expect(server.bodies('POST /staff/dues')).toEqual([
      expect.objectContaining({ subjectKind: 'firm', subjectId: 3, dueFen: 120_050, paidFen: 0, settledOn: null }),
    ]);
  });

  test('shows what is stored in yuan, and every fault under its field', async () => {
    server.on('PUT /staff/dues/7', () =>
      refuse(422, 'invalid_fields', '有几处需要修改', { paidFen: '已缴清时，已缴金额应等于应缴金额' }),
    );
    const { user } = openApp('/records/dues/7/edit');
    await screen.findByLabelText('应缴金额（元）');
    expect([field('应缴金额（元）').value, field('已缴金额（元）').value]).toEqual(['10000.50', '4000']);
    await user.click(screen.getByRole('button', { name: '保存' }));
    const fault = await screen.findByText('已缴清时，已缴金额应等于应缴金额');
    expect(fault.closest('.ant-form-item')).toBe(field('已缴金额（元）').closest('.ant-form-item'));
    expect(server.bodies('PUT /staff/dues/7')).toEqual([
      expect.objectContaining({ dueFen: 1_000_050, paidFen: 400_000, version: 2 }),
    ]);
  });

  test('a kind of record that does not exist is not found', async () => {
    openApp('/records/nothing/new');
    await screen.findByText('没有这个页面');
  });
});

test('the filters of 会费 live in the address', async () => {
  server.on('GET /staff/dues', () => reply(pageOf([DUES])));
  openApp('/dues?year=2026&state=unpaid');
  await screen.findByText('江海鼎禾律师事务所');
  const asked = server.calls.find(({ endpoint }) => endpoint === 'GET /staff/dues');
  expect(asked?.query).toEqual({ year: '2026', state: 'unpaid' });
});

test.each([
  ['1200', 120_000],
  ['1200.5', 120_050],
  ['0.29', 29],
  ['1.10', 110],
  ['１２００．５０', 120_050],
  ['1,200', 120_000],
  ['１，２００，０００．５', 120_000_050],
  ['12,5', Number.NaN],
  ['12，5', Number.NaN],
  ['1200,00', Number.NaN],
  ['', Number.NaN],
  ['1200.505', Number.NaN],
  ['-5', Number.NaN],
  ['千二', Number.NaN],
])('%s yuan is %d fen', (typed, fen) => {
  expect(readYuan(typed)).toBe(fen);
});

test('what is shown can be typed again', () => {
  for (const fen of [0, 5, 99, 100, 120_050, 99_999_999]) expect(readYuan(toYuanInput(fen))).toBe(fen);
  expect(formatYuan(123_456_789)).toBe('1,234,567.89\u00a0元');
});

test('a Latin name is confirmed with the version that was seen; a fault stands by the field', async () => {
  server.on('GET /staff/lawyers/2', () => reply(lawyer({ latinName: 'SHEN Ruoxi' })));
  server.on('GET /staff/lawyers/2/records', () => reply(noLawyerRecords));
  server.on('PUT /staff/lawyers/2/latin-name', ({ body }) =>
    (body as { latinName: string }).latinName === 'SHEN Ruoxi'
      ? reply(lawyer({ latinName: 'SHEN Ruoxi', latinNameConfirmedOn: '2026-11-22', version: 2 }))
      : refuse(422, 'invalid_fields', '有几处需要修改', { latinName: '外文姓名请用拉丁字母填写' }),
  );
  const { user } = openApp('/lawyers/2');
  await screen.findByText('未确认');
  await user.click(screen.getByRole('button', { name: '确认外文姓名' }));
  await user.clear(field('外文姓名'));
  await user.type(field('外文姓名'), '沈');
  await user.click(screen.getByRole('button', { name: '确认' }));
  expect((await screen.findByRole('alert')).textContent).toBe('外文姓名请用拉丁字母填写');
  await user.clear(field('外文姓名'));
  await user.type(field('外文姓名'), 'SHEN Ruoxi');
  await user.type(field('核定依据'), '护照 E12345678');
  await user.click(screen.getByRole('button', { name: '确认' }));
  await screen.findByText('2026-11-22 已确认');
  expect(server.bodies('PUT /staff/lawyers/2/latin-name').at(-1)).toEqual({
    latinName: 'SHEN Ruoxi',
    reason: '护照 E12345678',
    version: 1,
  });
});
