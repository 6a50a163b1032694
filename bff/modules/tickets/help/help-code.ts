import { randomInt } from 'node:crypto';
import type { Transaction } from 'sequelize';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { textLater } from '../../outbox/texts/text-later.ts';
import { hashCodeTicket } from '../../sign-in/contacts/code-ticket.ts';
import { CODE_MINUTES, CODE_TRIES } from '../../sign-in/contacts/sent-code.ts';

const TTL = { ttlMs: CODE_MINUTES * 60_000 };
const codeKey = (codeTicket: string) => `help-code:${hashCodeTicket(codeTicket)}`;
const triesKey = (codeTicket: string) => `help-tries:${hashCodeTicket(codeTicket)}`;
const takenKey = (codeTicket: string) => `help-taken:${hashCodeTicket(codeTicket)}`;
const hashOf = (number: string, code: string) => keyedIndex('help-codes', `${number}:${code}`);

/** Texts a code to a number that is nobody's yet; good for whoever holds the ticket with which it was asked for. */
export async function sendHelpCode({ number, codeTicket }: { number: string; codeTicket: string }, t: Transaction) {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await kv.set(codeKey(codeTicket), hashOf(number, code), TTL);
  await kv.delete(triesKey(codeTicket));
  await kv.delete(takenKey(codeTicket));
  const params = { minutes: String(CODE_MINUTES) };
  await textLater({ number, template: 'confirm_text', budget: 'anyone', params, code }, t);
}

/** Takes a code, once: whether it is the one that was sent to this number for this ticket; five tries. */
export async function takeHelpCode(given: { number: string; code: string; codeTicket: string }): Promise<boolean> {
  const { number, code, codeTicket } = given;
  // The try is counted before it is judged: no number of guesses at once gets beyond the limit.
  if ((await kv.increment(triesKey(codeTicket), TTL)) > CODE_TRIES) return false;
  if ((await kv.get(codeKey(codeTicket))) !== hashOf(number, code)) return false;
  // If several come with the right code at once, the first one takes it.
  if ((await kv.increment(takenKey(codeTicket), TTL)) > 1) return false;
  await kv.delete(codeKey(codeTicket));
  return true;
}
