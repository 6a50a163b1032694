import type { StaffActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import type { TicketClocks } from '../../../contract/ticket-clocks/replies.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { Ticket } from '../model.ts';
import { loadTicket } from '../policy.ts';
import { TicketDueChange } from './due-change-model.ts';
import { readOfficeClock } from './office-clock.ts';
import type { OfficeClock, Run } from './run.ts';

/** Both clocks of a ticket of the actor's queues, and what was due before they were reckoned again. Throws `not_found`. */
export async function showClocks({ actor, id }: { actor: StaffActor; id: number }): Promise<TicketClocks> {
  const { basis, firstDueAt, doneDueAt, isExpected } = await loadTicket(actor, id);
  const office = await readOfficeClock();
  const changes = await TicketDueChange.findAll({ where: { ticketId: id }, order: [['id', 'DESC']] });
  return {
    first: clockOfRun(basis.first, firstDueAt, office),
    done: clockOfRun(basis.done, doneDueAt, office),
    isExpected,
    changes: changes.map((change) => ({
      id: change.id,
      at: toIso(change.at),
      cause: change.cause,
      firstBefore: toIso(change.firstBefore),
      firstAfter: toIso(change.firstAfter),
      doneBefore: toIso(change.doneBefore),
      doneAfter: toIso(change.doneAfter),
    })),
  };
}

function clockOfRun(run: Run | null, dueAt: number | null, office: OfficeClock): TicketClocks['first'] {
  if (run === null) return { dueAt: null, leftMinutes: null, wholeMinutes: null };
  const leftMinutes = dueAt === null ? run.minutes : leftMinutesOf(dueAt, office);
  return { dueAt: toIso(dueAt), leftMinutes, wholeMinutes: run.whole };
}

/** Open minutes until something is due; negative once it is overdue. */
export function leftMinutesOf(dueAt: number, office: OfficeClock): number {
  const now = clock.now();
  return Math.floor(office.between(now, dueAt)) - Math.ceil(office.between(dueAt, now));
}

/** Whether less than a quarter is left of the clock that is due next. */
export function isSoon(
  { firstDueAt, queueDueAt, basis }: Pick<Ticket, 'firstDueAt' | 'queueDueAt' | 'basis'>,
  leftMinutes: number,
): boolean {
  const run = firstDueAt === queueDueAt ? basis.first : basis.done;
  return run !== null && leftMinutes * 4 < run.whole;
}
