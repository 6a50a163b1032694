import { Op, type Transaction } from 'sequelize';
import type { DueCause } from '../../../contract/ticket-clocks/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { forgetCalendar } from '../../office-hours/read-calendar.ts';
import { Ticket } from '../model.ts';
import { runningClocks, pausedClocks, type Clocks } from '../rules.ts';
import { TicketDueChange } from './due-change-model.ts';
import { readOfficeClock } from './office-clock.ts';
import { forgetTerms } from './read-terms.ts';
import { withTerms, type OfficeClock, type Run } from './run.ts';

/** Tickets of one transaction: nobody waits long for their rows. */
const BATCH = 100;

/**
 * Reckons the clocks of every open ticket again, from when they were started, on the calendar and the promises of now; a
 * due instant that is another one then is kept with what it was. Done twice, it changes nothing.
 */
export async function reckonAgain({ cause }: { cause: DueCause }): Promise<void> {
  forgetCalendar();
  forgetTerms();
  let after: number | null = 0;
  while (after !== null) {
    const from: number = after;
    after = await transaction((t) => reckonBatch({ cause, from }, t));
  }
}

/** Reckons the clocks of the next tickets. Answers the last id among them; null: there are no more. */
async function reckonBatch({ cause, from }: { cause: DueCause; from: number }, t: Transaction): Promise<number | null> {
  const tickets = await Ticket.findAll({
    where: { isOpen: true, id: { [Op.gt]: from } },
    order: ['id'],
    limit: BATCH,
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  const office = await readOfficeClock(t);
  for (const ticket of tickets) await reckon({ ticket, cause, office }, t);
  return tickets.length < BATCH ? null : (tickets.at(-1)?.id ?? null);
}

async function reckon(
  { ticket, cause, office }: { ticket: Ticket; cause: DueCause; office: OfficeClock },
  t: Transaction,
): Promise<void> {
  const before = { first: ticket.firstDueAt, done: ticket.doneDueAt };
  // Nobody has acted on the ticket: its version stays.
  await ticket.update(clocksNow(ticket, office), { transaction: t });
  const { firstDueAt, doneDueAt } = ticket;
  if (before.first === firstDueAt && before.done === doneDueAt) return;
  await TicketDueChange.create(
    {
      ticketId: ticket.id,
      at: clock.now(),
      cause,
      firstBefore: before.first,
      firstAfter: firstDueAt,
      doneBefore: before.done,
      doneAfter: doneDueAt,
    },
    { transaction: t },
  );
}

/** Both clocks of a ticket, reckoned from their basis by the calendar and the promises of now. */
function clocksNow({ basis, state }: Pick<Ticket, 'basis' | 'state'>, office: OfficeClock): Clocks {
  const first = now(basis.first, 'firstMinutes', office);
  const done = now(basis.done, 'doneMinutes', office);
  return state === 'asked' ? pausedClocks(done, basis.asked, office) : runningClocks({ first, done }, office);
}

const now = (run: Run | null, which: 'firstMinutes' | 'doneMinutes', office: OfficeClock): Run | null =>
  run && withTerms(run, run.of && office.terms(run.of.category)[which]);
