import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CorrectableReply } from '../../../bff/contract/corrections/endpoints.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';
import type { LocalFile } from '../../platform/signatures.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';

let paths: string[] = [];
const chosen = (name: string): LocalFile => ({
  name,
  size: 2048,
  send: ({ url }) => {
    paths.push(url);
    return Promise.resolve({
      statusCode: 200,
      data: JSON.stringify({ id: `id-of-${name}`, name, kind: 'png', size: 2048 }),
    });
  },
});
jest.unstable_mockModule('../../platform/files/choose-proofs.ts', () => ({
  chooseProofs: () => Promise.resolve([chosen('身份证.png'), chosen('决定书.docx')]),
}));
const { CorrectionForm } = await import('./correction-form.tsx');
const { JoiningForm } = await import('./joining-form.tsx');

const CORRECTABLE: CorrectableReply = {
  subject: { kind: 'firm', name: '江海清鸣律师事务所', licenceNo: '24499201110000002' },
  fields: [
    { field: 'address', label: '办公地址', input: 'line', present: '书院街8号', openTicketId: null },
    { field: 'kind', label: '机构类别', input: 'firmKind', present: '律师事务所', openTicketId: null },
    { field: 'name', label: '名称', input: 'line', present: '江海清鸣律师事务所', openTicketId: 7 },
  ],
};
const form = (initial?: string) =>
  show(<CorrectionForm accountId={1} correctable={CORRECTABLE} initial={initial} lawyerId={undefined} />);
const submit = () => screen.getByRole('button', { name: '提交更正申请' });
beforeEach(() => {
  freshDevice();
  paths = [];
});

describe('信息有误', () => {
  it('names the entry with what is registered, and sends it under one key however often it is tapped', async () => {
    const bodies: { idempotencyKey: string }[] = [];
    fakeApi({
      'POST /api/me/field-changes': ({ body }: { body: unknown }) => {
        bodies.push(body as { idempotencyKey: string });
        return refuse('unavailable');
      },
    });
    form('address');
    expect(screen.getByText('书院街8号')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /正确内容/ }), '新岸路1号');
    await userEvent.type(screen.getByRole('textbox', { name: /理由/ }), '已迁址');
    await userEvent.click(submit());
    await screen.findByText('服务暂时不可用，请稍后重试');
    await userEvent.click(submit());
    await waitFor(() => expect(bodies).toHaveLength(2));
    expect(bodies[0]).toMatchObject({ field: 'address', wanted: '新岸路1号', reason: '已迁址', attachments: [] });
    expect(bodies[1]?.idempotencyKey).toBe(bodies[0]?.idempotencyKey);
  });

  it('says what is wrong beside the field and keeps what was typed', async () => {
    fakeApi({ 'POST /api/me/field-changes': () => refuse('invalid_fields', { reason: '请填写理由' }) });
    form('address');
    const wanted = screen.getByRole<HTMLInputElement>('textbox', { name: /正确内容/ });
    await userEvent.type(wanted, '新岸路1号');
    await userEvent.click(submit());
    expect(await screen.findByText('请填写理由')).toBeTruthy();
    expect(wanted.value).toBe('新岸路1号');
    await userEvent.type(screen.getByRole('textbox', { name: /理由/ }), '已迁址');
    expect(screen.queryByText('请填写理由')).toBeNull();
  });

  it('keeps what was typed and not sent for the next time on this device, and forgets it once it is sent', async () => {
    fakeApi({ 'POST /api/me/field-changes': () => ({ id: 7 }) });
    const first = form('address');
    await userEvent.type(screen.getByRole('textbox', { name: /正确内容/ }), '新岸路1号');
    await userEvent.type(screen.getByRole('textbox', { name: /理由/ }), '已迁址');
    first.unmount();
    // Another entry is another form.
    const other = form('kind');
    expect(screen.queryByText(/已恢复您上次没有提交的内容/)).toBeNull();
    other.unmount();
    const again = form();
    expect(screen.getByText(/已恢复您上次没有提交的内容/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /正确内容/ }).value).toBe('新岸路1号');
    await userEvent.click(submit());
    await waitFor(() => expect(accountStorage.read(1, 'correction-own')).toBeFalsy());
    again.unmount();
    form('address');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /正确内容/ }).value).toBe('');
  });

  it('leads to the request that is open instead of a second one', () => {
    form('name');
    expect(screen.getByText('在该工单中补充')).toBeTruthy();
    expect(submit()).toHaveProperty('disabled', true);
    expect(screen.queryByRole('textbox', { name: /正确内容/ })).toBeNull();
  });

  it('asks for the proof that the entry needs, and finds the firm that was moved to', async () => {
    const bodies: unknown[] = [];
    fakeApi({
      'GET /api/me/firms-to-join': () => ({
        items: [{ name: '江海新岸律师事务所', licenceNo: '24499201110000009' }],
        isMore: false,
      }),
      'POST /api/me/field-changes': ({ body }: { body: unknown }) => {
        bodies.push(body);
        return refuse('invalid_fields', { attachments: '请上传新的律师执业证扫描件，便于核对' });
      },
    });
    const transfer = {
      field: 'transfer',
      label: '执业机构变更（转所）',
      input: 'transfer',
      present: '江海清鸣律师事务所',
    } as const;
    const lawyer = { kind: 'lawyer', name: '林知远', licenceNo: '14499201010100001' } as const;
    const correctable = { subject: lawyer, fields: [{ ...transfer, openTicketId: null }] };
    show(<CorrectionForm accountId={1} correctable={correctable} initial="transfer" lawyerId={undefined} />);
    expect(screen.getByText(/请上传新的律师执业证扫描件/)).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /转入机构/ }), '新岸');
    await userEvent.click(screen.getByRole('button', { name: '查找' }));
    await userEvent.click(await screen.findByRole('radio', { name: /江海新岸律师事务所/ }));
    await userEvent.type(screen.getByLabelText(/变更日期/), '2026-11-02');
    await userEvent.type(screen.getByRole('textbox', { name: /理由/ }), '已转入新所');
    await userEvent.click(submit());
    await waitFor(() => expect(bodies).toMatchObject([{ field: 'transfer', wanted: '24499201110000009 2026-11-02' }]));
  });

  it('offers the choices of the registry where it has some', async () => {
    form();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /有误项目/ }), 'kind');
    expect(screen.getByRole('combobox', { name: /正确内容/ }).textContent).toContain('法律援助机构');
  });
});

/** What was sent as body of a request. */
const bodiesOf = (route: string) => {
  const bodies: unknown[] = [];
  fakeApi({
    [route]: ({ body }: { body: unknown }) => {
      bodies.push(body);
      return refuse('unavailable');
    },
  });
  return bodies;
};

describe('证明材料', () => {
  it('goes where files of tickets go, and what shows an identity document is ticked as one', async () => {
    const bodies = bodiesOf('POST /api/me/field-changes');
    form('address');
    await userEvent.click(screen.getByRole('button', { name: '上传附件' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: '身份证.png含证件' }));
    await screen.findByText('决定书.docx');
    await userEvent.click(submit());
    await waitFor(() =>
      expect(bodies).toMatchObject([
        { attachments: ['id-of-身份证.png', 'id-of-决定书.docx'], identityFiles: ['id-of-身份证.png'] },
      ]),
    );
    expect(paths.map((url) => url.replace(/^.*\/api/, '/api'))).toEqual([
      '/api/me/ticket-files',
      '/api/me/ticket-files',
    ]);
  });

  it('of 转入 is ticked as well, and what was typed there is kept for the next time', async () => {
    const bodies = bodiesOf('POST /api/me/joinings');
    const first = show(<JoiningForm accountId={1} />);
    await userEvent.type(screen.getByRole('textbox', { name: /律师姓名/ }), '林知远');
    first.unmount();
    show(<JoiningForm accountId={1} />);
    expect(screen.getByText(/已恢复您上次没有提交的内容/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '上传附件' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: '身份证.png含证件' }));
    await userEvent.click(screen.getByRole('button', { name: '提交转入申请' }));
    await waitFor(() => expect(bodies).toMatchObject([{ name: '林知远', identityFiles: ['id-of-身份证.png'] }]));
  });
});
