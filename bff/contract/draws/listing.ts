/** What of a ticket stands on the frozen list. */
export interface Listed {
  ticket: string;
  groupId: number;
}

/**
 * The text of the frozen list, of which the hash is published: a line `ticket,group` for each ticket, by ticket, each ended
 * by a line feed. Whoever recomputes a draw makes the same text.
 */
export const listingOf = (tickets: readonly Listed[]): string =>
  [...tickets]
    .sort((one, other) => (one.ticket < other.ticket ? -1 : 1))
    .map(({ ticket, groupId }) => `${ticket},${groupId}\n`)
    .join('');
