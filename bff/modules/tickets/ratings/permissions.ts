import { makeTicket } from '../../../test/factories/ticket.ts';
import { memberActor, staffActor } from '../../../test/factories/registry.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { id, ownFirm, staff, type Row } from '../../../test/permissions/row.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { Ticket } from '../model.ts';

async function solved({ firm }: Cast): Promise<number> {
  const where = { askerKind: 'firm', askerId: firm.id, state: 'solved' } as const;
  const there = await Ticket.findOne({ where });
  if (there) return there.id;
  const ticket = await makeTicket(await memberActor({ firmId: firm.id }));
  const input = { version: ticket.version, body: '已寄出，请留意快递。', next: 'solved' } as const;
  await answerTicket({ actor: staffActor('reviewer'), id: ticket.id, input });
  return ticket.id;
}

/** Members rate their own tickets; administrators read what they said. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnRating: { realm: 'member', passes: ownFirm, hasObject: true, call: async (cast) => id(await solved(cast)) },
  rateTicket: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => ({ ...id(await solved(cast)), body: { rating: 'bad', words: '等了三天' } }),
  },
  listTicketRatings: { realm: 'staff', passes: staff() },
};
