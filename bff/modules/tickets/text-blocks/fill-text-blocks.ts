import type { StaffActor } from '../../../actor.ts';
import { faqIdsIn, filled, type Placeholder } from '../../../contract/ticket-text-blocks/placeholders.ts';
import type { FilledTextBlocks } from '../../../contract/ticket-text-blocks/replies.ts';
import { ticketCategory } from '../../../contract/tickets/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { nameFaq } from '../../faq/name-faq.ts';
import { showOfficeHours } from '../../office-hours/show-office-hours.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { promiseWords } from '../clocks/promise-words.ts';
import type { Ticket } from '../model.ts';
import { loadTicket } from '../policy.ts';
import { TextBlock } from './model.ts';

/** Text blocks as they read in the answer to this ticket, in the order of their names. Throws `not_found`. */
export async function fillTextBlocks({ actor, id }: { actor: StaffActor; id: number }): Promise<FilledTextBlocks> {
  const ticket = await loadTicket(actor, id);
  const [blocks, values] = await Promise.all([TextBlock.findAll({ order: ['title', 'id'] }), valuesOf(ticket)]);
  const faq = await nameFaq(blocks.flatMap(({ body }) => faqIdsIn(body)));
  return {
    items: blocks.map((block) => ({
      id: block.id,
      title: block.title,
      body: filled(block.body, values, faq),
      next: block.next,
    })),
  };
}

async function valuesOf(ticket: Ticket): Promise<Record<Placeholder, string>> {
  const [hours, settings] = await Promise.all([showOfficeHours(), readSettings()]);
  return {
    'member.name': ticket.askerName,
    'ticket.number': ticket.number,
    'ticket.category': ticketCategory(ticket.category).label,
    'ticket.due': promiseWords(ticket, clock.now()),
    'office.hours': hours.tickets.words,
    'office.address': settings.officeAddress,
    'office.phone': settings.registryPhone,
  };
}
