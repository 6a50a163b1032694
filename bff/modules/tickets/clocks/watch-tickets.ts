import { Op, type Transaction } from 'sequelize';
import { ESCALATIONS, TICKET_CLOCKS, type TicketClock } from '../../../contract/ticket-clocks/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { Ticket } from '../model.ts';
import { runningClocks, pausedClocks } from '../rules.ts';
import { endSilent, remindAsked } from './notice-silence.ts';
import { readOfficeClock } from './office-clock.ts';
import { nextStepAt, silentAt, type OfficeClock, type Run } from './run.ts';
import { tellColleagues, type Step } from './tell-colleagues.ts';

/** Tickets of one transaction, and so of one mail to a person. */
const BATCH = 50;

/**
 * Looks at the tickets whose next step is due: tells the staff of what is not answered or done yet, and notices members
 * who do not add what they were asked for. In office hours only: outside of them nothing is done, whoever calls.
 */
export async function watchTickets(): Promise<void> {
  while ((await transaction(watchBatch)) === BATCH);
}

/** Does that for the tickets that are due next. Answers how many they were. */
async function watchBatch(t: Transaction): Promise<number> {
  const now = clock.now();
  const office = await readOfficeClock(t);
  if (office.nextOpen(now) > now) return 0;
  const found = await Ticket.findAll({
    where: { watchAt: { [Op.lte]: now } },
    order: ['watchAt', 'id'],
    limit: BATCH,
    transaction: t,
  });
  // Locked by id: the order of whoever else locks several.
  const tickets = await Ticket.findAll({
    where: { id: found.map(({ id }) => id), watchAt: { [Op.lte]: now } },
    order: ['id'],
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  const steps: Step[] = [];
  for (const ticket of tickets) {
    if (ticket.state === 'asked') await watchSilence(ticket, office, t);
    else steps.push(...(await watchClocks(ticket, office, t)));
  }
  await tellColleagues(steps, t);
  return found.length;
}

/** Notes the steps that both clocks have reached, each once. */
async function watchClocks(ticket: Ticket, office: OfficeClock, t: Transaction): Promise<Step[]> {
  const { first, done } = ticket.basis;
  const steps: Step[] = [];
  const told = (run: Run | null, which: TicketClock): Run | null => {
    if (run === null) return null;
    let after = run;
    while (nextStepAt(after, office) <= clock.now()) {
      const { percent, to } = ESCALATIONS[after.told]!;
      steps.push({
        ticket,
        to,
        percent,
        which: TICKET_CLOCKS[which],
        dueAt: (which === 'first' ? ticket.firstDueAt : ticket.doneDueAt) ?? 0,
      });
      after = { ...after, told: after.told + 1 };
    }
    return after;
  };
  const basis = { first: told(first, 'first'), done: told(done, 'done') };
  await ticket.update(runningClocks(basis, office), { transaction: t });
  return steps;
}

async function watchSilence(ticket: Ticket, office: OfficeClock, t: Transaction): Promise<void> {
  const { asked, done } = ticket.basis;
  // The calendar may have changed since it was to be looked at.
  if (asked === null || silentAt(asked, office) > clock.now()) {
    await ticket.update(pausedClocks(done, asked, office), { transaction: t });
    return;
  }
  if (asked.remindedAt !== null) return endSilent(ticket, office, t);
  const reminded = { ...asked, remindedAt: clock.now() };
  await ticket.update(pausedClocks(done, reminded, office), { transaction: t });
  await remindAsked(ticket, silentAt(reminded, office), t);
}
