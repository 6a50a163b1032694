import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';
import { fakeApi } from '../../test/fake-api.ts';
import { LAWYER_SESSION } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { SignUpForm } from './sign-up-form.tsx';

const LAWYER = LAWYER_SESSION.account as MemberAccount;
const ACTIVITY = {
  id: 5,
  title: '涉外法律服务沙龙',
  beginsAt: '2026-12-10T06:00:00.000Z',
  endsAt: '2026-12-10T08:00:00.000Z',
  place: '本会会议室',
  admission: 'order',
  waiting: 'none',
  restriction: null,
  refundRule: '',
  groups: [{ id: 1, name: '全部', capacity: 9, left: 9, feeFen: 0 }],
  form: [
    { key: 'meal', label: '用餐要求', hint: '', kind: 'text', isRequired: false, choices: [] },
    { key: 'gone', label: '是否住宿', hint: '', kind: 'text', isRequired: false, choices: [] },
  ],
  can: { signUp: { until: '2026-12-09T06:00:00.000Z', note: '报名后可以取消', reason: '' } },
} as unknown as ActivityPage;
const form = (activity = ACTIVITY) => show(<SignUpForm activity={activity} account={LAWYER} />);
const meal = () => screen.getByRole<HTMLInputElement>('textbox', { name: /用餐要求/ });
beforeEach(freshDevice);

it('keeps what was typed and not sent for the next time on this device, and forgets it once it is sent', async () => {
  const bodies: unknown[] = [];
  fakeApi({
    'POST /api/me/activities/5/registrations': ({ body }: { body: unknown }) => {
      bodies.push(body);
      return { id: 1, state: 'registered' };
    },
  });
  const first = form();
  await userEvent.type(meal(), '素食');
  await userEvent.type(screen.getByRole('textbox', { name: /是否住宿/ }), '是');
  first.unmount();
  // The question that was taken away meanwhile has no answer any more.
  const again = form({ ...ACTIVITY, form: ACTIVITY.form.slice(0, 1) });
  expect(screen.getByText(/已恢复您上次没有提交的内容/)).toBeTruthy();
  expect(meal().value).toBe('素食');
  await userEvent.click(screen.getByRole('button', { name: '提交报名申请' }));
  await waitFor(() => expect(bodies).toMatchObject([{ groupId: 1, answers: { meal: '素食' } }]));
  expect(bodies).not.toMatchObject([{ answers: { gone: '是' } }]);
  await waitFor(() => expect(accountStorage.read(LAWYER.id, 'sign-up-5')).toBeFalsy());
  again.unmount();
  form();
  expect(meal().value).toBe('');
});

it('says that one who is restricted joins the waiting list, before a group is chosen', () => {
  const groups = [...ACTIVITY.groups, { ...ACTIVITY.groups[0]!, id: 2, name: '下午场' }];
  form({ ...ACTIVITY, waiting: 'asks', groups, restriction: {} as never });
  expect(screen.getByRole('button', { name: '提交并加入候补' })).toBeTruthy();
});

it('changes what was answered, with an option that is offered no more, and says what was added', async () => {
  const bodies: unknown[] = [];
  fakeApi({
    'PUT /api/me/registrations/8/answers': ({ body }: { body: unknown }) => {
      bodies.push(body);
      return null;
    },
  });
  const meals = {
    ...ACTIVITY.form[0]!,
    key: 'meals',
    label: '用餐',
    kind: 'choices' as const,
    choices: ['午餐', '晚餐'],
  };
  const choice = { ...ACTIVITY.form[0]!, key: 'bus', label: '班车', kind: 'choice' as const, choices: ['不坐'] };
  const own = {
    id: 8,
    answers: { meal: '素食', bus: '东站', meals: '早餐、晚餐' },
    answersUntil: '2026-12-08T06:00:00.000Z',
    missing: [],
    asksAnswers: false,
  };
  const can = { signUp: { until: null, reason: '您已报名' } };
  form({ ...ACTIVITY, form: [ACTIVITY.form[0]!, choice, meals], own, can } as unknown as ActivityPage);
  expect(meal().value).toBe('素食');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /班车/ }).value).toBe('东站');
  const option = (name: string) => screen.getByRole('checkbox', { name });
  expect(['午餐', '晚餐', '早餐'].map((name) => option(name).getAttribute('aria-checked'))).toEqual([
    'false',
    'true',
    'true',
  ]);
  await userEvent.click(option('午餐'));
  await userEvent.click(option('晚餐'));
  await userEvent.clear(meal());
  await userEvent.type(meal(), '清真');
  await userEvent.click(screen.getByRole('button', { name: '提交修改' }));
  await waitFor(() => expect(bodies).toEqual([{ answers: { meal: '清真', bus: '东站', meals: '早餐、午餐' } }]));
  await waitFor(() => expect(accountStorage.read(LAWYER.id, 'answers-8')).toBeFalsy());
});
