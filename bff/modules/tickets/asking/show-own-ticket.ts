import type { MemberActor } from '../../../actor.ts';
import type { OwnTicket, TicketPromises } from '../../../contract/tickets/replies.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { readBeginsWords } from '../clocks/begins-words.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { presentMessages, presentTicket, presentTied, presentTimeline } from '../present.ts';
import { promiseWords } from '../clocks/promise-words.ts';
import { readTicket } from '../thread/read-ticket.ts';
import { mergedIntoOf } from '../thread/read-thread.ts';
import { askerMay, startClocks } from '../rules.ts';

/** One of the actor's tickets, with what both sides have said; notes of the staff stand elsewhere. Throws `not_found`. */
export async function showOwnTicket({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnTicket> {
  const { ticket, thread } = await readTicket(actor, id);
  const { messages, files, timeline } = thread;
  return {
    ...presentTicket(ticket),
    aboutName: ticket.aboutName,
    tied: presentTied(ticket),
    messages: presentMessages(messages, files, { number: ticket.number, reader: actor.kind }),
    timeline: presentTimeline(timeline, actor.kind),
    promise: promiseWords(ticket, clock.now()),
    mergedInto: await mergedIntoOf(ticket),
    can: askerMay(ticket, clock.now()),
  };
}

/** By when a ticket that is opened now would be answered, and when work begins where nobody is there. */
export async function showPromises(): Promise<TicketPromises> {
  const now = clock.now();
  const office = await readOfficeClock();
  return {
    beginsWords: await readBeginsWords(),
    promises: (Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[]).map((category) => ({
      category,
      words: promiseWords(startClocks(category, now, office), now),
    })),
  };
}
