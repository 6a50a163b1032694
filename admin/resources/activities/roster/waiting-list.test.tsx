import { expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import type { ReactNode } from 'react';
import type { RegistrationRow, StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import { refuse, reply, startFakeServer } from '../../../test/fake-server.ts';
import { MoveToFront, ServeAll } from './WaitingList.tsx';

const FRONT = 'POST /staff/registrations/9/front';
const SERVICE = 'POST /staff/activities/3/waiting/service';

const show = (sheet: ReactNode) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>{sheet}</App>
    </QueryClientProvider>,
  );

test('one who waits is put first with a reason; why he cannot be is said, and what was typed stays', async () => {
  const server = startFakeServer({ [FRONT]: () => refuse(409, 'wrong_state', '已是候补第一位') });
  const onClose = jest.fn();
  show(<MoveToFront row={{ id: 9, name: '林知远' } as RegistrationRow} onClose={onClose} />);
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox', { name: /原因/ }), '特邀嘉宾');
  await user.click(screen.getByRole('button', { name: '提前至第一位' }));
  expect((await screen.findByRole('alert')).textContent).toContain('已是候补第一位');
  expect(onClose).not.toHaveBeenCalled();
  server.on(FRONT, () => reply(null));
  await user.click(screen.getByRole('button', { name: '提前至第一位' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(server.bodies(FRONT).at(-1)).toEqual({ reason: '特邀嘉宾' });
});

test('all who wait are served as the page says: how many they are, and how many seats there were', async () => {
  const server = startFakeServer({ [SERVICE]: () => reply(null) });
  const onClose = jest.fn();
  const activity = { id: 3, version: 7, capacity: 300, waiting: 'offers', counts: { waiting: 12 } };
  show(<ServeAll activity={activity as StaffActivity} onClose={onClose} />);
  expect(screen.getByText(/现有12人候补，名额300个/)).toBeTruthy();
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox', { name: /原因/ }), '换到大礼堂');
  await user.click(screen.getByRole('button', { name: '全部递补' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(server.bodies(SERVICE)).toEqual([{ reason: '换到大礼堂', version: 7 }]);
});
