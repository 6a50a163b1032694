import { installShippedFaq } from '../../bff/modules/faq/install-faq.ts';
import { markFaq } from '../../bff/modules/faq/mark-faq.ts';
import { FaqAsk, FaqEntry } from '../../bff/modules/faq/model.ts';
import { noteAskedAgain } from '../../bff/modules/faq/note-asked-again.ts';
import { Ticket } from '../../bff/modules/tickets/model.ts';
import { transaction } from '../../bff/platform/db/database.ts';
import { memberOf } from './demo-actors.ts';

/** Answers that were of use, that were not, and one that did not spare the questions about it. Tickets come before. */
export async function seedDemoFaq(): Promise<void> {
  await installShippedFaq();
  if ((await FaqAsk.count()) > 0) return;
  const [first, second] = await FaqEntry.findAll({ order: ['position', 'id'], limit: 2 });
  const moving = await FaqEntry.findOne({ where: { shippedAs: 'transfer' } });
  if (!first || !second || !moving) throw new Error('the entries that come with the system are not there');
  const [lawyer, other] = [await memberOf('14499201210100017'), await memberOf('14499201511100034')];
  await markFaq({ actor: lawyer, id: first.id, input: { isHelpful: true, reason: '' } });
  await markFaq({ actor: other, id: second.id, input: { isHelpful: false, reason: '没有写要等多久' } });
  const tickets = await Ticket.findAll({ where: { askerKind: 'lawyer' }, order: ['id'], limit: 2 });
  await transaction(async (t) => {
    for (const { id, accountId } of tickets) {
      await noteAskedAgain({ entryIds: [moving.id], accountId: Number(accountId), ticketId: id }, t);
    }
  });
}
