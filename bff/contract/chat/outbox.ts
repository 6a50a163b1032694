/** A bubble that the server has not acknowledged. */
export interface Bubble {
  clientId: string;
  /** Words, or the name of a file. */
  text: string;
  /** The token of a file that has arrived; null: words. */
  file: string | null;
  /** failed: tried again by itself. refused: the server has said why, and only a person can mend it. */
  state: 'sending' | 'failed' | 'refused';
  /** Why it was refused. */
  fault: string;
}

/** After so many ms it is sent again: 1, 2, 4, 8, 15 s. */
export const RESEND_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** Those that are still to be sent, without those that have come back with a number. */
export const unacknowledged = (bubbles: readonly Bubble[], arrived: ReadonlySet<string>): Bubble[] =>
  bubbles.filter(({ clientId }) => !arrived.has(clientId));

/** An UUID (version 4) of 32 random hexadecimal digits. */
export function toUuid(hex: string): string {
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  const digits = `${hex.slice(0, 12)}4${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
}
