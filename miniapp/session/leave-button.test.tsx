import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useDraft } from '../application/draft.ts';
import { accountStorage } from '../platform/account/account-storage.ts';
import { fakeApi } from '../test/fake-api.ts';
import { freshDevice, show } from '../test/show.tsx';
import { LeaveButton } from './leave-button.tsx';

beforeEach(freshDevice);

it.each([
  ['ticket-draft', { category: '', title: '', body: '请更正执业机构', savedAt: Date.now() }, '工单'],
  ['profile-change-education', { base: {}, typed: { rows: [] }, savedAt: Date.now() }, '会员信息'],
  ['profile-basic', { version: 1, base: {}, typed: { rows: [] } }, '会员信息'],
  ['chat-draft', { text: '请问什么时候可以领取' }, '咨询内容'],
  ['hours-claim', { typed: { title: '数据合规实务' }, savedAt: Date.now() }, '学时申报'],
  ['form-of-tomorrow', { typed: { words: '写了一半' }, savedAt: Date.now() }, '其他内容'],
])('asks before %s goes with signing out, and keeps it when that is not wanted', async (name, typed, words) => {
  const calls = fakeApi({ 'DELETE /api/session': () => null });
  accountStorage.write(7, name, typed);
  show(<LeaveButton />);
  await userEvent.click(screen.getByRole('button', { name: '退出登录' }));
  expect(await screen.findByText(new RegExp(`您有未提交的${words}。`))).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(calls).toHaveLength(0);
  expect(accountStorage.read(7, name)).toEqual(typed);
});

it('names all that would go, and once that is confirmed it goes', async () => {
  fakeApi({ 'DELETE /api/session': () => null });
  useDraft.getState().open(7);
  useDraft.getState().chooseType('firm-good-standing');
  accountStorage.write(7, 'ticket-draft', { title: '转所', body: '' });
  show(<LeaveButton />);
  await userEvent.click(screen.getByRole('button', { name: '退出登录' }));
  expect(await screen.findByText(/您有未提交的申请、工单。/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '清除并退出' }));
  await waitFor(() => expect(accountStorage.all()).toEqual([]));
});

it('does not ask for what nobody typed: a code for a door without network, and where an application began', async () => {
  const calls = fakeApi({ 'DELETE /api/session': () => null });
  accountStorage.write(7, 'activity-code:3', { code: {} });
  accountStorage.write(7, 'draft-origin', { kind: 'again' });
  show(<LeaveButton />);
  await userEvent.click(screen.getByRole('button', { name: '退出登录' }));
  await waitFor(() => expect(calls).toHaveLength(1));
  expect(screen.queryByText(/您有未提交的/)).toBeNull();
});
