import { z } from 'zod';
import type { StaffActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { RATINGS } from '../../../contract/ratings/enums.ts';
import { TICKET_STEPS } from '../../../contract/ticket-statistics/enums.ts';
import type { TicketStepRow } from '../../../contract/ticket-statistics/replies.ts';
import type { ListTicketStepsParsed } from '../../../contract/ticket-statistics/schemas.ts';
import { TICKET_CATEGORIES } from '../../../contract/tickets/enums.ts';
import { AppError } from '../../../errors.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { flag } from '../../../platform/db/rows.ts';
import { ofRoles } from './show-statistics.ts';

const row = z.strictObject({
  id: z.int(),
  ticketId: z.int(),
  number: z.string(),
  title: z.string(),
  askerName: z.string(),
  category: oneOf(TICKET_CATEGORIES),
  step: oneOf(TICKET_STEPS),
  at: z.int(),
  isWithin: flag.nullable(),
  minutes: z.int().nullable(),
  rating: oneOf(RATINGS).nullable(),
});

/** The tickets behind a number. Throws `forbidden` for those of one person, unless an administrator asks. */
export async function listSteps(list: { actor: StaffActor } & ListTicketStepsParsed): Promise<ListPage<TicketStepRow>> {
  const { actor, from, to, step, category, kept, rating, person } = list;
  if (person !== undefined && !actor.roles.includes('administrator')) {
    throw new AppError('forbidden', { message: '只有管理员可以按人员查看' });
  }
  const where: Condition[] = [
    { sql: 'p.step = ? AND p.counted_on >= ? AND p.counted_on <= ?', values: [step, from, to] },
  ];
  // A ticket that went to another queue since is that queue's: its title is read there.
  const roles = ofRoles(actor, 's.');
  if (roles.sql) where.push({ sql: roles.sql.replace(/^ AND /, ''), values: roles.values });
  if (category) where.push({ sql: 'p.category = ?', values: [category] });
  if (kept) where.push({ sql: 'p.is_within = ?', values: [kept === 'kept' ? 1 : 0] });
  if (rating) where.push({ sql: 'p.rating = ?', values: [rating] });
  if (person) where.push({ sql: 'p.person_id = ?', values: [person] });
  const page = await selectPage({
    row,
    columns: `p.id, p.ticket_id AS ticketId, s.number, s.title, s.asker_name AS askerName, p.category, p.step, p.at,
      p.is_within AS isWithin, p.minutes, p.rating`,
    from: 'ticket_steps p JOIN tickets s ON s.id = p.ticket_id',
    where,
    order: { by: 'p.counted_on', id: 'p.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return {
    ...page,
    items: page.items.map((one) => ({
      ...one,
      at: toIso(one.at),
      isWithin: one.isWithin === null ? null : one.isWithin === 1,
    })),
  };
}
