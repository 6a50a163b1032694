import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PreCheckReply } from '../../../bff/contract/pre-check/endpoints.ts';
import { bytesOf, fakeApi, refuse } from '../../test/fake-api.ts';
import { application, FREE_TEXT, SOME_LAWYERS } from '../../test/fixtures.ts';
import { AT_ONCE, openForm, preview, routes } from '../../test/apply-form.tsx';
import { freshDevice } from '../../test/show.tsx';
import { said } from '../../test/said.ts';

beforeEach(freshDevice);

describe('the pre-check', () => {
  const LATE: PreCheckReply = {
    reviewMode: 'manual',
    reasons: [
      {
        rule: 'period_plausible',
        result: 'doubtful',
        words: '2名律师首次执业晚于2022-01-01',
        names: ['律师2', '律师3'],
        remedies: [
          { kind: 'own-start' },
          { kind: 'drop-lawyers', type: SOME_LAWYERS, keep: [{ id: 1, name: '律师1', licenceNo: '1' }] },
        ],
      },
    ],
    usualWaitMinutes: 158,
    seen: 'late',
  };
  const bodiesOf = (seen: ReturnType<typeof fakeApi>, route: string) =>
    seen.filter((call) => call.route === route).map(({ body }) => body as Record<string, unknown>);

  it.each([
    ['改为各自首次执业日起', { sinceFirstPractice: true }],
    ['去掉这些律师，证明其余1名', { lawyerIds: [1] }],
  ])('says why, and %s changes what is submitted', async (label, expected) => {
    const seen = fakeApi({
      ...routes,
      'POST /api/applications/pre-check': ({ body }) => {
        const { sinceFirstPractice, lawyerIds } = body as { sinceFirstPractice?: true; lawyerIds: number[] };
        return sinceFirstPractice || lawyerIds.length === 1 ? AT_ONCE : LATE;
      },
      'POST /api/applications/preview': () => bytesOf('%PDF'),
      'POST /api/applications': () => application(),
      'GET /api/applications/41': () => application(),
    });
    await openForm();
    await userEvent.click(screen.getByRole('button', { name: /选择律师/ }));
    await userEvent.click(await screen.findByRole('checkbox', { name: '全选' }));
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    fireEvent.change(screen.getByLabelText(/起始时间/), { target: { value: '2022-01-01' } });
    // Told while the form is being filled in.
    await screen.findByText(said('2名律师首次执业晚于2022-01-01'), {}, { timeout: 3000 });
    expect(screen.getByText(/近期审核一般用时2小时40分（办公时间）。/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/联系邮箱/), 'a@example.com');
    await preview();
    await screen.findByText('人工审核');
    await userEvent.click(await screen.findByRole('button', { name: label }));
    await screen.findByText('预检通过：提交后可即时出具。');
    expect(screen.getByText('系统审核')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '确认信息无误，提交申请' }));
    await screen.findByText('提交成功');
    expect(bodiesOf(seen, 'POST /api/applications')).toEqual([expect.objectContaining({ ...expected, seen: 'seen' })]);
  });

  it('near days begin on that day: what was chosen for the firm’s first day does not stay with them', async () => {
    const seen = fakeApi({
      ...routes,
      'POST /api/applications/pre-check': () => AT_ONCE,
      'POST /api/applications/preview': () => bytesOf('%PDF'),
      'POST /api/applications': () => application(),
      'GET /api/applications/41': () => application(),
    });
    await openForm();
    await userEvent.click(screen.getByRole('button', { name: /选择律师/ }));
    await userEvent.click(await screen.findByRole('checkbox', { name: '全选' }));
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await userEvent.click(await screen.findByRole('button', { name: '自设立起' }));
    expect(screen.getAllByText(/其后首次执业的律师为各自首次执业之日/).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: '近一年' }));
    await userEvent.type(screen.getByLabelText(/联系邮箱/), 'a@example.com');
    await preview();
    await userEvent.click(await screen.findByRole('button', { name: '确认信息无误，提交申请' }));
    await screen.findByText('提交成功');
    expect(bodiesOf(seen, 'POST /api/applications')).toEqual([
      expect.not.objectContaining({ sinceFirstPractice: true }),
    ]);
  });

  it('shows what has changed before it asks again', async () => {
    const answers = [AT_ONCE, LATE];
    const submits = [() => refuse('changed_meanwhile'), () => application()];
    const seen = fakeApi({
      ...routes,
      'POST /api/applications/pre-check': () => answers.shift() ?? LATE,
      'POST /api/applications/preview': () => bytesOf('%PDF'),
      'POST /api/applications': () => submits.shift()?.(),
      'GET /api/applications/41': () => application(),
    });
    await openForm(FREE_TEXT.label);
    await userEvent.type(screen.getByLabelText(/证明内容/), '请');
    await preview();
    await userEvent.click(await screen.findByRole('button', { name: '确认信息无误，提交申请' }));
    await screen.findByText(said('2名律师首次执业晚于2022-01-01'));
    expect(screen.getByText('人工审核')).toBeTruthy();
    expect(screen.queryByText('提交成功')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '确认信息无误，提交申请' }));
    await screen.findByText('提交成功');
    expect(bodiesOf(seen, 'POST /api/applications').map((body) => body['seen'])).toEqual(['seen', 'late']);
  });

  it('says at once what the server refuses', async () => {
    const words = '起始时间不能早于律所批准日期2011-03-09';
    fakeApi({ ...routes, 'POST /api/applications/pre-check': () => refuse('invalid_fields', { since: words }) });
    await openForm(FREE_TEXT.label);
    await userEvent.type(screen.getByLabelText(/证明内容/), '请');
    await screen.findByText(said(words), {}, { timeout: 3000 });
  });
});
