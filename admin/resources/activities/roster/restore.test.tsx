import { expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import type { RegistrationRow } from '../../../../bff/contract/activities/replies.ts';
import { refuse, reply, startFakeServer } from '../../../test/fake-server.ts';
import { Restore } from './Restore.tsx';

const RESTORE = 'POST /staff/registrations/9/restoring';

test('a leave is undone with a reason; why it cannot be is said, and what was typed stays', async () => {
  const server = startFakeServer({ [RESTORE]: () => refuse(409, 'wrong_state', '名额已满，也不再递补') });
  const onClose = jest.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <Restore row={{ id: 9, name: '林知远' } as RegistrationRow} onClose={onClose} />
      </App>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox', { name: /原因/ }), '开庭改期');
  await user.click(screen.getByRole('button', { name: '恢复报名' }));
  expect((await screen.findByRole('alert')).textContent).toContain('名额已满');
  expect(onClose).not.toHaveBeenCalled();
  server.on(RESTORE, () => reply(null));
  await user.click(screen.getByRole('button', { name: '恢复报名' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(server.bodies(RESTORE)).toEqual([{ reason: '开庭改期' }, { reason: '开庭改期' }]);
});
