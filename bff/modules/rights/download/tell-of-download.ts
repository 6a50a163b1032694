import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { env } from '../../../env.ts';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';

const row = z.strictObject({ name: z.string(), email: z.string(), accountId: z.int() });

/** Tells a lawyer that the file was asked for, or is there; what is in it is told to nobody. */
export async function tellOfDownload(
  { lawyerId, event }: { lawyerId: number; event: 'data_asked' | 'data_ready' },
  t: Transaction,
): Promise<void> {
  const [person] = await select(
    row,
    'SELECT l.name, l.email, a.id AS accountId FROM lawyers l JOIN accounts a ON a.lawyer_id = l.id WHERE l.id = ?',
    [lawyerId],
    t,
  );
  if (!person) throw new AppError('not_found');
  const data = { applicant: person.name, url: `${env.PUBLIC_URL}/my-data` };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const told = { member: { kind: 'lawyer', id: lawyerId }, event, words, subject: null, page: 'myData' } as const;
  const mail = { recipient: person.email, askedBy: person.accountId, template: event, data } as const;
  await tell({ ...told, ...(person.email !== '' && { mail }) }, t);
}
