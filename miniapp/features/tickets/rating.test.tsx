import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { TicketRating } from './rating.tsx';

beforeEach(freshDevice);
const until = '2026-12-04T03:00:00.000Z';

it('asks once, sends what is chosen, and shows what was said with the way to change it', async () => {
  const given = { rating: 'bad', words: '等了三天', at: '2026-11-28T03:00:00.000Z' };
  const seen = fakeApi({
    'GET /api/me/tickets/4/rating': () => ({ given: null, canRate: true, until }),
    'PUT /api/me/tickets/4/rating': () => ({ given, canRate: true, until }),
  });
  show(<TicketRating ticketId={4} />);
  await userEvent.click(await screen.findByRole('button', { name: '提交评价' }));
  expect(screen.getByText('请选择满意程度')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: '不满意' }));
  await userEvent.type(screen.getByRole('textbox', { name: /意见/ }), '等了三天');
  await userEvent.click(screen.getByRole('button', { name: '提交评价' }));
  await screen.findByText('您的评价');
  expect(seen.find(({ body }) => body)?.body).toEqual({ rating: 'bad', words: '等了三天' });
  await userEvent.click(screen.getByRole('button', { name: '修改评价' }));
  expect(screen.getByRole('radio', { name: '不满意' }).getAttribute('aria-checked')).toBe('true');
});

it('is not there for a ticket of which nobody is asked', async () => {
  const seen = fakeApi({ 'GET /api/me/tickets/4/rating': () => ({ given: null, canRate: false, until: null }) });
  show(<TicketRating ticketId={4} />);
  await waitFor(() => expect(seen).toHaveLength(1));
  expect(screen.queryByText('这次办理您满意吗？')).toBeNull();
});
