import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { answer, id, staff, type Row } from '../../../test/permissions/row.ts';
import { addToTicket } from '../asking/add-to-ticket.ts';
import { TicketMessage, type Ticket } from '../model.ts';
import { TicketNumber } from '../numbers/model.ts';
import { mergeTickets } from './merge-tickets.ts';

/** Two tickets of a new firm in the queue of 审核. */
async function pair(): Promise<[Ticket, Ticket]> {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  return [await makeTicket(actor), await makeTicket(actor)];
}
const onlyReviewers = { ...staff('reviewer'), ...answer(404, 'registrar', 'service', 'finance', 'events') };

/** Staff merge and split tickets of their roles' queues. */
export const PERMISSIONS: Record<string, Row> = {
  announceAtTicket: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => ({ ...id((await pair())[0].id), body: { isWriting: false } }),
  },
  leaveTicket: { realm: 'staff', passes: onlyReviewers, hasObject: true, call: async () => id((await pair())[0].id) },
  listMergeableTickets: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => id((await pair())[0].id),
  },
  mergeTickets: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => {
      const [first, second] = await pair();
      return { ...id(first.id), body: { version: 1, otherId: second.id, otherVersion: 1 } };
    },
  },
  unmergeTicket: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => {
      const [first, second] = await pair();
      const input = { version: 1, otherId: second.id, otherVersion: 1 };
      await mergeTickets({ actor: staffActor('reviewer'), id: first.id, input });
      return id(second.id);
    },
  },
  revealTicketNumber: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => {
      const actor = await memberActor({ firmId: (await makeFirm()).id });
      await makeTicket(actor, { body: '本所律师的证件号码是11010519491231002X，请核对。' });
      const number = await TicketNumber.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
      return { ...id(number.id), body: { reason: '核对证件号码' } };
    },
  },
  splitTicket: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => {
      const actor = await memberActor({ firmId: (await makeFirm()).id });
      const ticket = await makeTicket(actor);
      const input = { body: '另外想问工本费的事情。', attachments: [], idempotencyKey: newKey() };
      await addToTicket({ actor, id: ticket.id, input });
      const order = [['id', 'DESC']] as [string, string][];
      const message = await TicketMessage.findOne({ where: { ticketId: ticket.id }, order, rejectOnEmpty: true });
      return { ...id(message.id), body: { version: 2, title: '工本费', category: 'payment' } };
    },
  },
};
