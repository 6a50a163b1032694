import { QueryTypes, type Transaction } from 'sequelize';
import { toShanghaiDate } from '../../../contract/dates.ts';
import type { Rating } from '../../../contract/ratings/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { database } from '../../../platform/db/database.ts';
import type { Ticket } from '../model.ts';
import type { OfficeClock } from '../rules.ts';
import { TicketStep } from './model.ts';
import { answeredInTime, measuresOf, solvedIn, type Counted, type Measure } from './rules.ts';

type Place = Pick<TicketStep, 'countedOn' | 'category' | 'role' | 'personId'>;
type Of = Pick<Ticket, 'id' | 'category' | 'role'>;

/** Writes down a step of a ticket and counts it, in the transaction in which it happens. */
export async function noteStep(
  noted: { ticket: Of; personId: number } & Pick<Counted, 'step'> & Partial<Counted>,
  t: Transaction,
): Promise<void> {
  const { ticket, personId, step, isWithin = null, minutes = null } = noted;
  const at = clock.now();
  const place = { countedOn: toShanghaiDate(at), category: ticket.category, role: ticket.role, personId };
  const counted = { step, isWithin, minutes, rating: null };
  await TicketStep.create({ ticketId: ticket.id, at, ...place, ...counted }, { transaction: t });
  await count(place, measuresOf(counted), 1, t);
}

/** The same of an answer, before it changes the ticket: the first one is a step, and so is one that solves it. */
export async function noteAnswer(
  { ticket, personId, solves, office }: { ticket: Ticket; personId: number; solves: boolean; office: OfficeClock },
  t: Transaction,
): Promise<void> {
  const now = clock.now();
  const isWithin = answeredInTime(ticket, now);
  if (isWithin !== null) await noteStep({ ticket, personId, step: 'answered', isWithin }, t);
  if (solves) await noteStep({ ticket, personId, step: 'done', ...solvedIn(ticket, now, office) }, t);
}

/**
 * Counts what a member thinks of how a ticket was solved last, with the day and the person of that; what was thought
 * before is taken back. Of one that was solved before anything was counted, nothing is.
 */
export async function noteRating({ ticketId, rating }: { ticketId: number; rating: Rating }, t: Transaction) {
  const step = await TicketStep.findOne({
    where: { ticketId, step: 'done' },
    order: [['id', 'DESC']],
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  if (!step || step.rating === rating) return;
  const { rating: before } = step;
  await step.update({ rating }, { transaction: t });
  // In the order of names, as everybody locks them.
  const changes = [[rating, 1] as const, ...(before === null ? [] : [[before, -1] as const])];
  for (const [measure, by] of changes.sort(([a], [b]) => (a < b ? -1 : 1))) await count(step, [measure], by, t);
}

/** Adds to the counters of a day, category, role and person; a row that is not there begins. */
async function count(place: Place, measures: readonly Measure[], by: 1 | -1, t: Transaction): Promise<void> {
  const { countedOn, category, role, personId } = place;
  const onDuplicate =
    database.dialect === 'mysql'
      ? 'ON DUPLICATE KEY UPDATE n = n + ?'
      : 'ON CONFLICT (counted_on, category, role, person_id, measure) DO UPDATE SET n = n + ?';
  for (const measure of measures) {
    await database.sequelize.query(
      `INSERT INTO ticket_counts (counted_on, category, role, person_id, measure, n) VALUES (?, ?, ?, ?, ?, ?) ${onDuplicate}`,
      {
        replacements: [countedOn, category, role, personId, measure, by, by],
        type: QueryTypes.INSERT,
        transaction: t,
      },
    );
  }
}
