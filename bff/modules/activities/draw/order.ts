import { createHash, createHmac } from 'node:crypto';

/** What the order of a draw follows from; seed and hash in hex. */
export interface Drawn {
  seed: string;
  listHash: string;
  /** The outcome of the public draw. */
  outcome: string;
}

/**
 * The order of tickets (activities.md, Amendments, Draw): by HMAC-SHA256 of the ticket, under SHA-256 of the bytes of the
 * seed, those of the list's hash, and the outcome in UTF-8. Nobody can choose it: the seed is fixed before sign-up, the list
 * before the public draw, and the outcome by nobody.
 */
export function orderOf({ seed, listHash, outcome }: Drawn, tickets: readonly string[]): string[] {
  const key = createHash('sha256')
    .update(Buffer.from(seed, 'hex'))
    .update(Buffer.from(listHash, 'hex'))
    .update(outcome, 'utf8')
    .digest();
  const lot = (ticket: string) => createHmac('sha256', key).update(ticket).digest('hex');
  const lots = tickets.map((ticket) => [lot(ticket), ticket] as const);
  return lots.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, ticket]) => ticket);
}
