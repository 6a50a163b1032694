import type { SendChatMessage } from './schemas.ts';

/** A bubble that the server has not acknowledged. */
export interface Bubble {
  clientId: string;
  /** Words, or the name of a file. */
  text: string;
  /** The token of a file that has arrived; null: words. */
  file: string | null;
  /** The entry of 常见问题 whose question the words are; absent: of none. */
  faq?: number | undefined;
  /** failed: tried again by itself. refused: the server has said why, and only a person can mend it. */
  state: 'sending' | 'failed' | 'refused';
  /** Why it was refused. */
  fault: string;
}

/** After so many ms it is sent again: 1, 2, 4, 8, 15 s. */
const RESEND_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** What was sent is looked for so often before it is asked for, so many ms apart. */
const LOOKS = 10;
const LOOK_MS = 100;

export interface OutboxNeeds {
  bubbles(): readonly Bubble[];
  change(bubbles: readonly Bubble[]): void;
  send(message: SendChatMessage): Promise<unknown>;
  /** Asks for what has come since, what was sent among it; does not reject. */
  fill(): Promise<void>;
  /** Whether the line brings by itself what was sent. */
  isLive(): boolean;
  /** Why the server will never take it, in words; null: it is tried again. */
  refusalOf(fault: unknown): string | null;
}

export interface Outbox {
  add(message: Pick<Bubble, 'clientId' | 'text' | 'file' | 'faq'>): Promise<void>;
  retry(clientId: string): void;
  drop(clientId: string): void;
  sendAll(): Promise<void>;
  stop(): void;
}

/**
 * Sends what is in the bubbles, in their order, one at a time: the second not before the first has come back with its
 * number. The same clientId is one message, so that sending again does no harm.
 */
export function keepOutbox(needs: OutboxNeeds): Outbox {
  let isSending = false;
  let isStopped = false;
  const mark = (clientId: string, patch: Partial<Bubble>) =>
    needs.change(needs.bubbles().map((one) => (one.clientId === clientId ? { ...one, ...patch } : one)));
  const isThere = (clientId: string) => needs.bubbles().some((one) => one.clientId === clientId);

  /** Sends one bubble; answers false when it could not be sent now and has to be tried again. */
  async function sendOne(bubble: Bubble): Promise<boolean> {
    const { clientId } = bubble;
    try {
      await needs.send(messageOf(bubble));
    } catch (fault) {
      const refusal = needs.refusalOf(fault);
      mark(clientId, refusal === null ? { state: 'failed' } : { state: 'refused', fault: refusal });
      return refusal !== null;
    }
    if (!needs.isLive()) await needs.fill();
    for (let looks = 0; looks < LOOKS && isThere(clientId); looks++) await pause(LOOK_MS);
    if (isThere(clientId)) await needs.fill();
    if (!isThere(clientId)) return true;
    mark(clientId, { state: 'failed' });
    return false;
  }
  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      for (let attempt = 0; ;) {
        const next = needs.bubbles().find(({ state }) => state !== 'refused');
        if (!next || isStopped) return;
        if (await sendOne(next)) attempt = 0;
        else await pause(RESEND_MS[Math.min(attempt++, RESEND_MS.length - 1)] ?? 0);
      }
    } finally {
      isSending = false;
    }
  }
  return {
    add(message) {
      needs.change([...needs.bubbles(), { ...message, state: 'sending', fault: '' }]);
      return sendAll();
    },
    retry(clientId) {
      mark(clientId, { state: 'sending', fault: '' });
      void sendAll();
    },
    drop: (clientId) => needs.change(needs.bubbles().filter((one) => one.clientId !== clientId)),
    sendAll,
    stop() {
      isStopped = true;
    },
  };
}

function messageOf({ clientId, text, file, faq }: Bubble): SendChatMessage {
  if (faq !== undefined) return { clientId, kind: 'faq', faq };
  return file === null ? { clientId, kind: 'text', text } : { clientId, kind: 'file', file };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

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
