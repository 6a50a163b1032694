import type { Transaction } from 'sequelize';
import { DAY_MS, toShanghaiDate } from '../../../contract/dates.ts';
import { REOPEN_DAYS } from '../../../contract/tickets/limits.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { withdrawCorrection } from '../../registry/corrections/withdraw-correction.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Ticket } from '../model.ts';
import { pausedClocks } from '../rules.ts';
import { noteStep } from '../statistics/note-step.ts';
import { tellAsker } from '../thread/tell-asker.ts';
import type { OfficeClock } from './run.ts';

/** Reminds whoever opened a ticket that something is to be added, and says until when; it is no answer. */
export async function remindAsked(ticket: Ticket, until: number, t: Transaction): Promise<void> {
  await writeEvent({ subject: ofTicket(ticket.id), event: 'reminded', by: null }, t);
  await tellAsker({ ticket, event: 'ticket_reminder', words: { until: toShanghaiDate(until) } }, t);
}

/** Ends a ticket whose member has not added what was asked for, and what it asks of the registry; a word of the member opens it again for some days. */
export async function endSilent(ticket: Ticket, office: OfficeClock, t: Transaction): Promise<void> {
  const { id, number, basis, version } = ticket;
  const solvedAt = clock.now();
  await withdrawCorrection({ actor: null, ticketId: id }, t);
  const change = { state: 'lapsed', isOpen: false, solvedAt, version: version + 1 } as const;
  await noteStep({ ticket, personId: ticket.assigneeId ?? 0, step: 'lapsed' }, t);
  await ticket.update({ ...pausedClocks(basis.done, null, office), ...change }, { transaction: t });
  await writeEvent({ subject: ofTicket(id), event: 'lapsed', by: null }, t);
  await writeAudit({ actor: null, action: 'ticket.lapsed', targetKind: 'ticket', targetId: id, target: number }, t);
  const closes = solvedAt + REOPEN_DAYS * DAY_MS;
  await enqueue('close-ticket', { ticketId: id, solvedAt }, { t, runAt: closes });
  await tellAsker({ ticket, event: 'ticket_lapsed', words: { until: toShanghaiDate(closes) } }, t);
}
