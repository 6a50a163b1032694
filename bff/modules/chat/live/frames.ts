import type { ServerFrame } from '../../../contract/chat/replies.ts';
import type { Chat } from '../model.ts';
import type { Reader } from '../present.ts';

/** Whoever hears of talks: a socket, or a request that waits. */
export interface Receiver {
  reader: Reader;
  give(frame: ServerFrame): void;
  /** Whether a talk as it is now is still theirs to read: of the desk it may go to somebody else while they listen. */
  mayHear(chat: Chat): boolean;
  /** They are told of this talk no more. */
  lost(chatId: number): void;
}
