import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { TicketTermsReply } from '../../../bff/contract/ticket-clocks/endpoints.ts';
import { TICKET_CATEGORIES, ticketCategory, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

const keys = Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[];
const TERMS: TicketTermsReply = {
  version: 3,
  categories: Object.fromEntries(
    keys.map((key) => {
      const { firstMinutes, doneMinutes } = ticketCategory(key);
      return [key, { firstMinutes, doneMinutes }];
    }),
  ) as TicketTermsReply['categories'],
  campaign: null,
};
const SAVE = 'PUT /staff/ticket-terms';
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('administrator')),
    'GET /staff/ticket-terms': () => reply(TERMS),
  });
});

test('minutes and the campaign are saved together; what is refused stands under its field, and nothing typed is lost', async () => {
  server.on(SAVE, () => refuse(422, 'invalid_fields', '有几处需要修改', { 'campaign.to': '最后一天应不早于第一天' }));
  const { user } = openApp('/ticket-terms');
  const first = await screen.findByLabelText<HTMLInputElement>('登录与密码首次答复');
  await user.clear(first);
  await user.type(first, '20');
  await user.click(screen.getByRole('switch', { name: '年度考核期间当日办结' }));
  await user.type(screen.getByLabelText('年度考核第一天'), '2027-03-01');
  await user.type(screen.getByLabelText('年度考核最后一天'), '2027-02-01');
  await user.tab();
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  await screen.findByText('最后一天应不早于第一天');
  expect(first.value).toBe('20');
  expect(server.bodies(SAVE)).toEqual([
    {
      ...TERMS,
      categories: { ...TERMS.categories, sign_in: { firstMinutes: '20', doneMinutes: 120 } },
      campaign: { from: '2027-03-01', to: '2027-02-01' },
    },
  ]);
});
