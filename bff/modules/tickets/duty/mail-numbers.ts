import type { Transaction } from 'sequelize';
import { env } from '../../../env.ts';
import type { Colleague } from '../../accounts/list-colleagues.ts';
import { sendLater } from '../../outbox/send-later.ts';
import type { Ticket } from '../model.ts';

/** Longer lists are read in the queue. */
const MAX_LINES = 40;

/** Mails one of the staff numbers of tickets, never what they are about; nothing where there are none. */
export async function mailNumbers(
  mail: {
    to: Pick<Colleague, 'name' | 'email'>;
    template: 'tickets_unassigned' | 'tickets_handed';
    tickets: readonly Pick<Ticket, 'number'>[];
  },
  t: Transaction,
): Promise<void> {
  const { to, template, tickets } = mail;
  if (tickets.length === 0) return;
  const rest = tickets.length > MAX_LINES ? [`另有${tickets.length - MAX_LINES}份，请在管理端查看`] : [];
  const lines = [...tickets.slice(0, MAX_LINES).map(({ number }) => `工单${number}`), ...rest].join('\n');
  const url = `${env.PUBLIC_URL}/admin/tickets`;
  const data = { applicant: to.name, count: String(tickets.length), lines, url };
  await sendLater({ recipient: to.email, template, data }, t);
}
