import type { ServerFrame } from '../../../contract/chat/replies.ts';
import type { Reader } from '../present.ts';

/** Whoever hears of talks: a socket, or a request that waits. */
export interface Receiver {
  reader: Reader;
  give(frame: ServerFrame): void;
}
