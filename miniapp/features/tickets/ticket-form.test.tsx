import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import type { FaqItem } from '../../../bff/contract/faq/endpoints.ts';
import { lastFault } from '../../api/last-fault.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';
import { FIRM_SESSION } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { said } from '../../test/said.ts';
import { TICKET } from '../../test/ticket-sample.ts';
import { TicketForm } from './ticket-form.tsx';

const PROMISES = {
  beginsWords: '现在不在办公时间，10月8日 9:00 起处理',
  promises: [{ category: 'transfer', words: '预计10月8日 11:00 前答复' }],
};
const FAQ: FaqItem = {
  id: 1,
  category: 'registry',
  question: '已经转所，系统中的执业机构还是原来的，怎么办？',
  answer: '请提交工单。',
  body: [{ tag: 'p', of: [{ text: '请提交工单。' }] }],
  keywords: '转所 变更',
  audience: 'everybody',
};
const FIRM = FIRM_SESSION.account as MemberAccount;
/** What the form asks besides. */
const ASKED = { 'GET /api/faq': () => ({ items: [FAQ] }), 'GET /api/me/alike-tickets': () => ({ items: [] }) };
beforeEach(freshDevice);

describe('提交新工单', () => {
  it('says what the category needs and by when it is answered; what is missing is said beside the field', async () => {
    const bodies: { idempotencyKey: string }[] = [];
    fakeApi({
      ...ASKED,
      'GET /api/me/ticket-promises': () => PROMISES,
      'POST /api/me/tickets': ({ body }: { body: unknown }) => {
        bodies.push(body as { idempotencyKey: string });
        return refuse('invalid_fields', { attachments: '请上传新的律师执业证扫描件，便于核对' });
      },
    });
    show(<TicketForm account={FIRM} initial={undefined} />);
    await screen.findByText(said(/10月8日 9:00 起处理/));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /分类/ }), 'transfer');
    expect(screen.getByText(said(/预计10月8日 11:00 前答复/))).toBeTruthy();
    expect(screen.getByText(/请上传新的律师执业证扫描件。/)).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /标题/ }), '转所');
    await userEvent.type(screen.getByRole('textbox', { name: /问题描述/ }), '已于11月20日转入本所');
    await userEvent.click(screen.getByRole('button', { name: '提交工单' }));
    await screen.findByText('请上传新的律师执业证扫描件，便于核对');
    await userEvent.click(screen.getByRole('button', { name: '提交工单' }));
    await waitFor(() => expect(bodies).toHaveLength(2));
    expect(bodies[0]).toMatchObject({ category: 'transfer', title: '转所', attachments: [] });
    expect(bodies[1]?.idempotencyKey).toBe(bodies[0]?.idempotencyKey);
  });

  it('says which answers were read beside it and did not spare the question', async () => {
    const seen = fakeApi({
      ...ASKED,
      'GET /api/me/ticket-promises': () => PROMISES,
      'POST /api/me/tickets': () => refuse('invalid_fields', { body: '请描述问题，至少10个字' }),
    });
    show(<TicketForm account={FIRM} initial="other" />);
    await userEvent.type(await screen.findByRole('textbox', { name: /标题/ }), '已经转所');
    const question = await screen.findByText(FAQ.question);
    const submit = () => userEvent.click(screen.getByRole('button', { name: '提交工单' }));
    const sent = () => seen.filter(({ body }) => body).map(({ body }) => (body as { readFaq?: number[] }).readFaq);
    await submit();
    await waitFor(() => expect(sent()).toEqual([undefined]));
    await userEvent.click(question);
    await screen.findByText(FAQ.answer);
    await submit();
    await waitFor(() => expect(sent()).toEqual([undefined, [FAQ.id]]));
  });

  it('is filled in by the page that led here, and leaves what was begun for later', async () => {
    fakeApi({ ...ASKED, 'GET /api/me/ticket-promises': () => PROMISES });
    const begun = { category: 'other', title: '建议', body: '增加常用用途', savedAt: Date.now() };
    accountStorage.write(FIRM.id, 'ticket-draft', begun);
    show(<TicketForm account={FIRM} initial="activity" title="取消请假：涉外法律服务沙龙" />);
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /标题/ });
    expect(title.value).toBe('取消请假：涉外法律服务沙龙');
    expect(accountStorage.read(FIRM.id, 'ticket-draft')).toMatchObject({ title: '建议' });
  });

  it('sends what the page that led here is about, and offers the open ticket that asks it already', async () => {
    const seen = fakeApi({
      ...ASKED,
      'GET /api/me/ticket-promises': () => PROMISES,
      'GET /api/me/alike-tickets': () => ({ items: [TICKET] }),
      'POST /api/me/tickets': () => refuse('invalid_fields', { body: '请描述问题，至少10个字' }),
    });
    show(<TicketForm account={FIRM} initial="certificate" title="证明 2611290001" tied="application:5" />);
    const earlier = await screen.findByRole('link', { name: /纸质证明何时可以领取/ });
    expect(earlier.getAttribute('href') ?? earlier.textContent).toMatch(/id=4|G2611290004/);
    await userEvent.click(screen.getByRole('button', { name: '提交工单' }));
    await screen.findByText('请描述问题，至少10个字');
    expect(seen.findLast(({ body }) => body)?.body).toMatchObject({ tied: { kind: 'application', key: '5' } });
    // Under another category it is about something else.
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /分类/ }), 'fault');
    await userEvent.click(screen.getByRole('button', { name: '提交工单' }));
    await waitFor(() => expect(seen.filter(({ body }) => body)).toHaveLength(2));
    expect(seen.findLast(({ body }) => body)?.body).not.toHaveProperty('tied');
  });

  it('leads a firm to the form that names the lawyer’s entry, and to 转入 where the lawyer is not yet its own', async () => {
    fakeApi({
      ...ASKED,
      'GET /api/me/ticket-promises': () => PROMISES,
      'GET /api/me/lawyers': () => ({
        items: [{ id: 9, name: '林知远', licenceNo: '14499201010100017', status: 'active' }],
        next: null,
        total: 1,
        totalIsCapped: false,
      }),
    });
    show(<TicketForm account={FIRM} initial="transfer" />);
    expect(screen.getByRole('link', { name: '律师转入' })).toBeTruthy();
    await screen.findByRole('option', { name: /林知远/ });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /涉及律师/ }), '9');
    expect(screen.getByRole('link', { name: '更正登记信息' }).getAttribute('href')).toMatch(/field=transfer&lawyer=9/);
    // Of whom it is stays with what is begun.
    await userEvent.type(screen.getByRole('textbox', { name: /标题/ }), '转所');
    expect(accountStorage.read(FIRM.id, 'ticket-draft')).toMatchObject({ lawyerId: '9', title: '转所' });
    // What a firm does not see of its lawyer, it cannot say to be wrong.
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /分类/ }), 'identity');
    expect(screen.queryByRole('link', { name: '更正登记信息' })).toBeNull();
  });

  it('keeps what was typed and not sent for the next time on this device, and forgets it once it is sent', async () => {
    fakeApi({
      ...ASKED,
      'GET /api/me/ticket-promises': () => PROMISES,
      'POST /api/me/tickets': () => TICKET,
    });
    const first = show(<TicketForm account={FIRM} initial="other" />);
    await userEvent.type(screen.getByRole('textbox', { name: /标题/ }), '建议');
    first.unmount();
    expect(accountStorage.read(FIRM.id, 'ticket-draft')).toMatchObject({ category: 'other', lawyerId: '' });
    const again = show(<TicketForm account={FIRM} initial={undefined} />);
    expect(screen.getByText(/已恢复您上次没有提交的内容/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /标题/ }).value).toBe('建议');
    await userEvent.click(screen.getByRole('button', { name: '提交工单' }));
    await waitFor(() => expect(accountStorage.read(FIRM.id, 'ticket-draft')).toBeFalsy());
    again.unmount();
    show(<TicketForm account={FIRM} initial={undefined} />);
    expect(screen.queryByText(/已恢复您上次没有提交的内容/)).toBeNull();
  });

  it('shows what goes with a report of a fault, and leaves it out when it is unticked', async () => {
    const seen = fakeApi({
      ...ASKED,
      'GET /api/me/ticket-promises': () => PROMISES,
      'POST /api/me/tickets': () => refuse('invalid_fields', { title: '请填写标题' }),
    });
    lastFault.note('r-4711');
    show(<TicketForm account={FIRM} initial="fault" from="member/apply/index" />);
    expect(screen.getByText('r-4711')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /问题描述/ }), '提交申请时出错');
    const send = async () => {
      await userEvent.click(screen.getByRole('button', { name: '提交工单' }));
      await screen.findByText('请填写标题');
      return (seen.findLast(({ body }) => body)?.body as { body: string }).body;
    };
    expect(await send()).toMatch(/^提交申请时出错\n\n页面：member\/apply\/index\n设备：.+\n错误编号：r-4711$/);
    await userEvent.click(screen.getByRole('checkbox', { name: '随工单附上以下信息' }));
    expect(await send()).toBe('提交申请时出错');
  });

  it('offers an answer to what is typed below the form, whose button stays', async () => {
    fakeApi({ ...ASKED, 'GET /api/me/ticket-promises': () => PROMISES });
    show(<TicketForm account={FIRM} initial="other" />);
    await userEvent.type(screen.getByRole('textbox', { name: /标题/ }), '我已经转所');
    await userEvent.click(await screen.findByRole('button', { name: /^已经转所/ }));
    expect(screen.getByText('请提交工单。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '提交工单' })).toBeTruthy();
  });

  it('opens the category that the address names', () => {
    fakeApi({
      ...ASKED,
      'GET /api/me/ticket-promises': () => PROMISES,
      'GET /api/me/alike-tickets': () => ({ items: [] }),
      'GET /api/me/lawyers': () => ({ items: [], next: null, total: 0, totalIsCapped: false }),
    });
    show(<TicketForm account={FIRM} initial="sign_in" />);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /分类/ }).value).toBe('sign_in');
  });
});
