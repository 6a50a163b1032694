import { expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import type { StaffActivity } from '../../../bff/contract/activities/replies.ts';
import type { StaffDraw } from '../../../bff/contract/draws/replies.ts';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { Draw } from './Draw.tsx';

const ENTER = 'POST /staff/activities/7/draw';
const DRAW: StaffDraw = {
  code: 'c'.repeat(22),
  commitment: 'a'.repeat(64),
  source: '双色球第2026141期',
  drawAt: '2026-12-09T13:00:00.000Z',
  frozenAt: '2026-12-08T10:00:00.000Z',
  ticketCount: 180,
  listHash: 'b'.repeat(64),
  drawnAt: null,
  first: { by: '周亦宁', at: '2026-12-09T14:00:00.000Z' },
  secondBy: '',
  outcome: '',
  undecided: 0,
  canEnter: true,
};
const open = (draw: StaffDraw) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <Draw activity={{ id: 7 } as StaffActivity} draw={draw} />
      </App>
    </QueryClientProvider>,
  );

test('the second person enters anew what came of the public draw, and is told where it is not the same', async () => {
  const server = startFakeServer({ [ENTER]: () => refuse(409, 'wrong_state', '与周亦宁录入的不一致') });
  open(DRAW);
  expect(screen.getByText(/周亦宁已于.*录入，待另一人录入/)).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '录入开奖结果' }));
  const field = screen.getByRole<HTMLInputElement>('textbox');
  expect(field.value).toBe('');
  await user.type(field, '03 07 12{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('与周亦宁录入的不一致');
  server.on(ENTER, () => reply({ draw: { ...DRAW, drawnAt: '2026-12-09T14:05:00.000Z' } }));
  await user.type(field, '{Enter}');
  expect(await screen.findByText('已抽签，正在分配名额')).toBeTruthy();
  expect(server.bodies(ENTER)).toEqual([{ outcome: '03 07 12' }, { outcome: '03 07 12' }]);
});

test('before it is time, and once it is drawn, nothing is entered', () => {
  startFakeServer({});
  const { unmount } = open({ ...DRAW, first: null, frozenAt: null, listHash: '', canEnter: false });
  expect(screen.getByText('报名结束时自动封存')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  unmount();
  const drawn = { drawnAt: '2026-12-09T14:05:00.000Z', secondBy: '顾清和', outcome: '03 07 12', canEnter: false };
  open({ ...DRAW, ...drawn, undecided: 30 });
  expect(screen.getByText(/周亦宁、顾清和录入，结果不可更改/)).toBeTruthy();
  expect(screen.getByText(/正在按顺序分配名额，余30人/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
