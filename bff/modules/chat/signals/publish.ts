import { z } from 'zod';
import { CHAT_SIDES } from '../../../contract/chat/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { KeyValueError } from '../../../platform/kv/key-value.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { log } from '../../../platform/log/log.ts';

/** Where it is said that a talk has a new number. No word of it goes there: each process reads the row itself. */
export const channelOf = (chatId: number): string => `chat:${chatId}`;
/** Where it is said that the lists of the desk, or places in the queue, are others now. */
export const DESK_CHANNEL = 'chat:desk';

/** What goes over a talk's channel. */
export const signal = z.union([z.strictObject({ seq: z.int() }), z.strictObject({ typing: oneOf(CHAT_SIDES) })]);
export type Signal = z.infer<typeof signal>;

/** Says that something has happened in a talk; to be called once it is committed. Never rejects. */
export const signalChat = (chatId: number, what: Signal): Promise<void> => say(channelOf(chatId), JSON.stringify(what));

/** Says that the queue or the lists of the desk have changed; to be called once it is committed. Never rejects. */
export const signalDesk = (): Promise<void> => say(DESK_CHANNEL, '');

/** Publishes a signal. A process that does not hear it looks for itself a few seconds later (live/feeds.ts). */
async function say(channel: string, what: string): Promise<void> {
  try {
    await kv.publish(channel, what);
  } catch (error) {
    if (!(error instanceof KeyValueError)) throw error;
    log.warn({ err: error }, 'a talk was not told of');
  }
}
