import type { Transaction } from 'sequelize';
import { maskIdentity } from '../../../contract/text.ts';
import { open, seal } from '../../../platform/crypto/sealed.ts';
import { TicketNumber } from './model.ts';

// A sealed number moved to another message does not open there.
const contextOf = (messageId: number, place: number) => `ticket_numbers:${messageId}:${place}`;

/** Keeps the identity numbers that were written in a message, which has them masked. */
export async function keepNumbers(messageId: number, numbers: readonly string[], t: Transaction): Promise<void> {
  for (const [place, number] of numbers.entries()) {
    const sealed = seal(number, contextOf(messageId, place));
    await TicketNumber.create({ messageId, place, masked: maskIdentity(number), sealed }, { transaction: t });
  }
}

/** The number itself. */
export const openNumber = ({ messageId, place, sealed }: TicketNumber): string =>
  open(sealed, contextOf(messageId, place));

/** Whether these are the numbers of a message, in their order. */
export async function hasNumbers(messageId: number, numbers: readonly string[], t?: Transaction): Promise<boolean> {
  const kept = await TicketNumber.findAll({ where: { messageId }, order: ['place'], ...(t && { transaction: t }) });
  return kept.map(openNumber).join() === numbers.join();
}
