import type { Transaction } from 'sequelize';
import { toShanghaiDate } from '../../../contract/dates.ts';
import { ticketCategory } from '../../../contract/tickets/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { assignTicket } from '../duty/assign-ticket.ts';
import { Ticket } from '../model.ts';
import { startClocks } from '../rules.ts';
import { noteStep } from '../statistics/note-step.ts';
import type { TiedColumns } from './tied-objects.ts';

type New = Pick<Ticket, 'category' | 'title' | 'askerKind' | 'askerId' | 'askerName' | 'accountId' | 'contentHash'> &
  Partial<Pick<Ticket, 'aboutLawyerId' | 'aboutName' | 'isUnverified'> & TiedColumns> & {
    /** Absent where the ticket is opened by something that happens once only. */
    idempotencyKey?: string;
    /** From when its clocks run, epoch ms; absent: from now. */
    promisedFrom?: number;
  };

/**
 * Writes a ticket that waits in the queue of its category, with its number, and gives it to whoever is there with the
 * fewest; what is said in it comes after.
 */
export async function createTicket(made: New, t: Transaction): Promise<Ticket> {
  const now = clock.now();
  const { category, title, askerKind, askerId, askerName, accountId, contentHash } = made;
  const ticket = await Ticket.create(
    {
      // Until the row has its id: unique all the same.
      number: randomToken(128),
      category,
      role: ticketCategory(category).role,
      title,
      askerKind,
      askerId,
      askerName,
      accountId,
      contentHash,
      idempotencyKey: made.idempotencyKey ?? randomToken(128),
      state: 'waiting',
      isOpen: true,
      assigneeId: null,
      assigneeName: '',
      openedAt: now,
      lastMessageAt: now,
      ...startClocks(category, made.promisedFrom ?? now, await readOfficeClock(t)),
      solvedAt: null,
      mergedInto: null,
      aboutLawyerId: made.aboutLawyerId ?? null,
      aboutName: made.aboutName ?? '',
      isUnverified: made.isUnverified ?? false,
      tiedKind: made.tiedKind ?? null,
      tiedKey: made.tiedKey ?? null,
      tiedId: made.tiedId ?? null,
      tiedName: made.tiedName ?? '',
      version: 1,
    },
    { transaction: t },
  );
  await ticket.update({ number: ticketNumber(now, ticket.id) }, { transaction: t });
  await noteStep({ ticket, personId: 0, step: 'came' }, t);
  await assignTicket(ticket, t);
  return ticket;
}

/** G + YYMMDD and a running number of at least four digits that never restarts: the row's own id. */
const ticketNumber = (openedAt: number, id: number): string =>
  `G${toShanghaiDate(openedAt).replaceAll('-', '').slice(2)}${String(id).padStart(4, '0')}`;
