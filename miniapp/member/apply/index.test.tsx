import { beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queryClient } from '../../api/query-client.ts';
import { signOut } from '../../session/use-session.ts';
import { bytesOf, fakeApi, refuse } from '../../test/fake-api.ts';
import { application, FIRM_SESSION, FREE_TEXT, SOME_LAWYERS } from '../../test/fixtures.ts';
import { lawyersPage, openForm, preview, routes } from '../../test/apply-form.tsx';
import { freshDevice, show } from '../../test/show.tsx';
import ApplyPage from './index.tsx';

beforeEach(freshDevice);

/** Everything drawn goes; a new start of the client asks anew who is signed in. */
function leavePage(): void {
  cleanup();
  queryClient.clear();
}

describe('我要申请', () => {
  it('shows the record read-only and where to have it corrected', async () => {
    fakeApi(routes);
    show(<ApplyPage />);
    expect(await screen.findByText('2 4499 2011 1 0 000002')).toBeTruthy();
    expect(screen.getByText(/急用请联系协会/).textContent).toContain('0700-88886601');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('explains what the member may not ask for now, and does not let it be chosen', async () => {
    const unmet = ['须缴清本年度会费（2026年度未缴清）'];
    fakeApi({ ...routes, 'GET /api/certificate-types': () => [SOME_LAWYERS, { ...FREE_TEXT, unmet }] });
    show(<ApplyPage />);
    await userEvent.click(await screen.findByRole('button', { name: '信息无误，下一步' }));
    expect(await screen.findByText('暂不可申请')).toBeTruthy();
    expect(screen.getByText(FREE_TEXT.label)).toBeTruthy();
    expect(screen.getByText(unmet[0]!)).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(1);
  });

  it('a draft of what may no longer be asked for begins again with the choice', async () => {
    fakeApi(routes);
    await openForm(FREE_TEXT.label);
    leavePage();
    fakeApi({ ...routes, 'GET /api/certificate-types': () => [SOME_LAWYERS, { ...FREE_TEXT, unmet: ['信息不全'] }] });
    show(<ApplyPage />);
    expect(await screen.findByText('暂不可申请')).toBeTruthy();
    expect(screen.getByRole('button', { name: '下一步：填写信息' })).toHaveProperty('disabled', true);
  });

  it('asks only for what the type needs', async () => {
    fakeApi(routes);
    await openForm(FREE_TEXT.label);
    expect(screen.getByLabelText(/证明内容/)).toBeTruthy();
    expect(screen.queryByText('起始时间')).toBeNull();
    expect(screen.queryByRole('button', { name: /选择律师/ })).toBeNull();
  });

  it('shows every fault of the server under its field at once and loses nothing that was typed', async () => {
    const faults = {
      lawyerIds: '请至少选择一名律师',
      email: '联系邮箱格式不正确',
      'paper.phone': '收件电话格式不正确',
      type: '该证明已停用',
    };
    fakeApi({ ...routes, 'POST /api/applications/preview': () => refuse('invalid_fields', faults) });
    await openForm();
    await userEvent.type(screen.getByLabelText(/联系邮箱/), 'ｏｆｆｉｃｅ');
    await userEvent.click(screen.getByRole('radio', { name: '需要' }));
    await userEvent.click(screen.getByRole('radio', { name: '邮寄' }));
    await userEvent.type(screen.getByLabelText(/收件电话/), '１２３');
    await preview();

    await screen.findByText('联系邮箱格式不正确');
    expect(screen.getByRole('alert').textContent).toContain('该证明已停用');
    expect(screen.getByText('请至少选择一名律师')).toBeTruthy();
    const phone = screen.getByLabelText<HTMLInputElement>(/收件电话/);
    expect(phone.value).toBe('１２３');
    expect(phone.getAttribute('aria-invalid')).toBe('true');
    const described = phone.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('收件电话格式不正确');
    expect(screen.getByLabelText<HTMLInputElement>(/联系邮箱/).value).toBe('ｏｆｆｉｃｅ');

    await userEvent.type(phone, '4');
    expect(screen.queryByText('收件电话格式不正确')).toBeNull();
    expect(screen.getByText('联系邮箱格式不正确')).toBeTruthy();
  });

  it('says nothing above the form any more once the last fault has been touched', async () => {
    const refused = () => refuse('invalid_fields', { email: '联系邮箱格式不正确' });
    fakeApi({ ...routes, 'POST /api/applications/preview': refused });
    await openForm();
    await preview();
    await screen.findByText('联系邮箱格式不正确');
    expect(screen.getByRole('alert')).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/联系邮箱/), 'office');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('sends only what belongs to the form as it stands', async () => {
    const seen = fakeApi({ ...routes, 'POST /api/applications/preview': () => bytesOf('%PDF') });
    await openForm(FREE_TEXT.label);
    await userEvent.type(screen.getByLabelText(/证明内容/), '请证明');
    await userEvent.click(screen.getByRole('radio', { name: '需要' }));
    await userEvent.click(screen.getByRole('radio', { name: '邮寄' }));
    await userEvent.type(screen.getByLabelText(/收件人/), '王芳');
    await userEvent.click(screen.getByRole('radio', { name: '自取' }));
    await preview();
    await screen.findByRole('button', { name: '确认信息无误，提交申请' });
    expect(seen.find((call) => call.route.endsWith('/preview'))?.body).toEqual({
      type: FREE_TEXT.code,
      purpose: '',
      remark: '',
      freeText: '请证明',
      paper: { pickup: 'collect', copies: '1' },
    });
  });

  it('keeps the draft when the page is left, for its own account only, and drops it at sign-out', async () => {
    fakeApi({ ...routes, 'DELETE /api/session': () => null });
    await openForm();
    fireEvent.change(screen.getByLabelText('用途'), { target: { value: ' own' } });
    fireEvent.change(screen.getByLabelText('其他用途'), { target: { value: '参加投标' } });

    leavePage();
    show(<ApplyPage />);
    expect((await screen.findByLabelText<HTMLInputElement>('其他用途')).value).toBe('参加投标');
    expect(screen.getByLabelText<HTMLSelectElement>('用途').value).toBe(' own');

    leavePage();
    const other = { ...FIRM_SESSION, account: { ...FIRM_SESSION.account, id: 8 } };
    fakeApi({ ...routes, 'GET /api/session': () => other, 'DELETE /api/session': () => null });
    show(<ApplyPage />);
    await screen.findByRole('button', { name: '信息无误，下一步' });

    await signOut();
    leavePage();
    fakeApi(routes);
    show(<ApplyPage />);
    await screen.findByRole('button', { name: '信息无误，下一步' });
  });

  it('submits with one key per draft, however often the answer is lost', async () => {
    const answers = [
      () => refuse('unavailable'),
      () => application(),
      () => application({ id: 42, number: '2611220042' }),
    ];
    const seen = fakeApi({
      ...routes,
      'POST /api/applications/preview': () => bytesOf('%PDF'),
      'POST /api/applications': () => answers.shift()?.(),
      'GET /api/applications/41': () => application(),
      'GET /api/applications/42': () => application(),
    });
    const apply = async () => {
      await userEvent.type(await screen.findByLabelText(/联系邮箱/), 'a@example.com');
      await preview();
      await userEvent.click(await screen.findByRole('button', { name: '确认信息无误，提交申请' }));
    };
    await openForm();
    await apply();
    await screen.findByText('服务暂时不可用，请稍后重试');
    await userEvent.click(screen.getByRole('button', { name: '确认信息无误，提交申请' }));
    await screen.findByText('提交成功');
    await userEvent.click(screen.getByRole('button', { name: '再次申请' }));
    await userEvent.click(await screen.findByRole('button', { name: '信息无误，下一步' }));
    await userEvent.click(await screen.findByRole('radio', { name: /部分律师/ }));
    await userEvent.click(screen.getByRole('button', { name: '下一步：填写信息' }));
    expect((await screen.findByLabelText<HTMLInputElement>(/联系邮箱/)).value).toBe('');
    await apply();
    await screen.findByText(/2611220042|2611220041/);

    const keys = seen
      .filter((call) => call.route === 'POST /api/applications')
      .map((call) => (call.body as { idempotencyKey: string }).idempotencyKey);
    expect(keys[0]).toMatch(/^[A-Za-z0-9_-]{16,64}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('does not submit twice what was submitted before, unless the member says it is another one', async () => {
    const keys: unknown[] = [];
    fakeApi({
      ...routes,
      'POST /api/applications/preview': () => bytesOf('%PDF'),
      'POST /api/applications': ({ body }) => {
        keys.push((body as { idempotencyKey: string }).idempotencyKey);
        return keys.length === 1 ? refuse('idempotency_conflict') : application();
      },
      'GET /api/applications/41': () => application(),
    });
    await openForm();
    await preview();
    await userEvent.click(await screen.findByRole('button', { name: '确认信息无误，提交申请' }));
    await screen.findByText('本次填写的申请此前已经提交成功，请勿重复提交。');
    await userEvent.click(screen.getByRole('button', { name: '作为另一份申请继续' }));
    await userEvent.click(await screen.findByRole('button', { name: '确认信息无误，提交申请' }));
    await screen.findByText('提交成功');
    expect(keys[1]).not.toBe(keys[0]);
  });
});

describe('the lawyer picker', () => {
  const open = async (count: number) => {
    fakeApi({ ...routes, 'GET /api/me/lawyers': () => lawyersPage(count) });
    await openForm();
    await userEvent.click(screen.getByRole('button', { name: /选择律师/ }));
    return within(await screen.findByRole('dialog'));
  };

  it('finds by name and by licence number, full-width too, and selects what was found', async () => {
    const picker = await open(400);
    await picker.findByText('已选择 0 名');
    const search = picker.getByPlaceholderText('姓名、拼音或执业证号');
    fireEvent.change(search, { target: { value: '王' } });
    await userEvent.click(picker.getByRole('checkbox', { name: /王芳/ }));
    fireEvent.change(search, { target: { value: '１４４９９２０１２１０１００３９９' } });
    await userEvent.click(picker.getByRole('checkbox', { name: '全选查到的 1 名' }));
    await userEvent.click(picker.getByRole('button', { name: '保存' }));
    expect(await screen.findByRole('button', { name: '已选择 2 名，修改' })).toBeTruthy();
    expect(screen.getByText('王芳')).toBeTruthy();
  });

  it('draws a window of 400 and selects them all', async () => {
    const picker = await open(400);
    await picker.findByText('已选择 0 名');
    expect(picker.getAllByRole('checkbox').length).toBeLessThan(40);
    await userEvent.click(picker.getByRole('checkbox', { name: '全选' }));
    await picker.findByText('已选择 400 名');
    const list = picker.getByRole('group', { name: '本所律师' }).parentElement;
    if (!list) throw new Error('no list');
    fireEvent.scroll(list, { target: { scrollTop: 390 * 60 } });
    await waitFor(() =>
      expect(picker.getByRole('checkbox', { name: /律师400/ }).getAttribute('aria-checked')).toBe('true'),
    );
    await userEvent.click(picker.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('等共 400 名律师')).toBeTruthy();
  });

  it('changes nothing when it is closed without 保存', async () => {
    const picker = await open(6);
    await userEvent.click(await picker.findByRole('checkbox', { name: '全选' }));
    await userEvent.click(picker.getByRole('button', { name: '取消' }));
    expect(await screen.findByRole('button', { name: '选择律师' })).toBeTruthy();
  });
});
