import { KeyValueError } from '../../../platform/kv/key-value.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { log } from '../../../platform/log/log.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { placeBehind } from '../rules.ts';
import { DESK_CHANNEL } from '../signals/publish.ts';
import { readQueue } from '../talk/queue.ts';
import { listenedTo } from './feeds.ts';
import type { Receiver } from './frames.ts';

/** Changes that come together are told once. */
const TOGETHER_MS = 150;

const receivers = new Set<Receiver>();
let hearing: Promise<() => Promise<void>> | undefined;
let soon: NodeJS.Timeout | undefined;
keepsState(() => {
  clearTimeout(soon);
  soon = undefined;
  hearing = undefined;
  receivers.clear();
});

/** Tells a receiver when the queue moves: of staff that the lists are others, of a member where the talk stands now. */
export async function joinDesk(receiver: Receiver): Promise<void> {
  receivers.add(receiver);
  hearing ??= kv.subscribe(DESK_CHANNEL, () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      void tellAll().catch((error: unknown) => log.warn({ err: error }, 'the desk was not told'));
    }, TOGETHER_MS);
  });
  try {
    await hearing;
  } catch (error) {
    hearing = undefined;
    // Without the key-values nothing is told; the page asks for the lists again by itself.
    if (!(error instanceof KeyValueError)) throw error;
  }
}

export function leaveDesk(receiver: Receiver): void {
  receivers.delete(receiver);
  if (receivers.size > 0 || !hearing) return;
  const ended = hearing;
  hearing = undefined;
  void ended.then((leave) => leave()).catch(() => undefined);
}

async function tellAll(): Promise<void> {
  let listens = false;
  for (const receiver of receivers) {
    if (receiver.reader === 'staff') receiver.give({ t: 'desk' });
    else listens = true;
  }
  if (!listens) return;
  const talks = listenedTo();
  for (const [index, id] of (await readQueue()).entries()) {
    for (const receiver of talks.get(id) ?? []) {
      if (receiver.reader === 'member') receiver.give({ t: 'queue', c: id, ...placeBehind(index) });
    }
  }
}
