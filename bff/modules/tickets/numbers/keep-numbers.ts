import type { Transaction } from 'sequelize';
import { maskIdentity } from '../../../contract/text.ts';
import { decrypt, encrypt } from '../../../platform/crypto/encryption.ts';
import { TicketNumber } from './model.ts';

// An encrypted number that is moved to another message cannot be decrypted there.
const contextOf = (messageId: number, place: number) => `ticket_numbers:${messageId}:${place}`;

/** Keeps the identity numbers that were written in a message, which has them masked. */
export async function keepNumbers(messageId: number, numbers: readonly string[], t: Transaction): Promise<void> {
  for (const [place, number] of numbers.entries()) {
    const sealed = encrypt(number, contextOf(messageId, place));
    await TicketNumber.create({ messageId, place, masked: maskIdentity(number), sealed }, { transaction: t });
  }
}

/** The number itself. */
export const openNumber = ({ messageId, place, sealed }: TicketNumber): string =>
  decrypt(sealed, contextOf(messageId, place));

/** Whether these are the numbers of a message, in their order. */
export async function hasNumbers(messageId: number, numbers: readonly string[], t?: Transaction): Promise<boolean> {
  const kept = await TicketNumber.findAll({ where: { messageId }, order: ['place'], ...(t && { transaction: t }) });
  return kept.map(openNumber).join() === numbers.join();
}
