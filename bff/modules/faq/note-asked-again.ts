import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { FaqAsk, FaqEntry } from './model.ts';

/**
 * Notes which answers a member had read before asking all the same, in the transaction of the ticket. What is not published,
 * or does not exist, is left out: it could not have been read.
 */
export async function noteAskedAgain(
  asked: { entryIds: readonly number[]; accountId: number; ticketId: number },
  t: Transaction,
): Promise<void> {
  const { entryIds, accountId, ticketId } = asked;
  if (entryIds.length === 0) return;
  const where = { id: [...entryIds], isPublished: true };
  const entries = await FaqEntry.findAll({ where, attributes: ['id'], transaction: t });
  const askedAt = clock.now();
  await FaqAsk.bulkCreate(
    entries.map(({ id }) => ({ entryId: id, accountId, ticketId, askedAt })),
    { transaction: t, ignoreDuplicates: true },
  );
}
