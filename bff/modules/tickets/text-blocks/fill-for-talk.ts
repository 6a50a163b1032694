import type { FilledTextBlocks } from '../../../contract/ticket-text-blocks/replies.ts';
import { faqIdsIn, filled } from '../../../contract/ticket-text-blocks/placeholders.ts';
import { nameFaq } from '../../faq/name-faq.ts';
import { showOfficeHours } from '../../office-hours/show-office-hours.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { TextBlock } from './model.ts';

/** Text blocks as they read in a talk with a member, in the order of their names; those that name a ticket are none there. */
export async function fillBlocksForTalk({ memberName }: { memberName: string }): Promise<FilledTextBlocks> {
  const blocks = await TextBlock.findAll({ order: ['title', 'id'] });
  const [hours, settings] = await Promise.all([showOfficeHours(), readSettings()]);
  const values = {
    'member.name': memberName,
    'ticket.number': '',
    'ticket.category': '',
    'ticket.due': '',
    'office.hours': hours.service.words,
    'office.address': settings.officeAddress,
    'office.phone': settings.registryPhone,
  };
  const ofTalks = blocks.filter(({ body }) => !body.includes('{{ticket.'));
  const faq = await nameFaq(ofTalks.flatMap(({ body }) => faqIdsIn(body)));
  const items = ofTalks.map(({ id, title, body }) => ({ id, title, body: filled(body, values, faq), next: null }));
  return { items };
}
