import type { Actor } from '../../../actor.ts';
import type { PolledFrames, ServerFrame } from '../../../contract/chat/replies.ts';
import { AppError } from '../../../errors.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { loadChat } from '../policy.ts';
import { joinDesk, leaveDesk } from './desk-feed.ts';
import { join, leave } from './feeds.ts';
import type { Receiver } from './frames.ts';
import { touchDesk, touchTalk } from './touch.ts';

/** What comes together is answered together. */
const TOGETHER_MS = 30;
/** Requests of one account that wait at once: as many as it may have sockets. */
const MOST_PER_ACCOUNT = 4;

const waiting = new Map<number, number>();
keepsState(() => waiting.clear());

/**
 * What a socket would bring of these talks: at once if there is something, otherwise as soon as there is, or nothing once
 * it has waited. Throws `not_found` where one of them is not the caller's, `too_many_requests`.
 */
export async function pollTalks(asked: {
  actor: Actor;
  have: readonly (readonly [id: number, seq: number])[];
  waitS: number;
}): Promise<PolledFrames> {
  const { actor, have, waitS } = asked;
  for (const [id] of have) await loadChat(actor, id);
  const now = waiting.get(actor.accountId) ?? 0;
  if (now >= MOST_PER_ACCOUNT) throw new AppError('too_many_requests');
  waiting.set(actor.accountId, now + 1);
  const frames: ServerFrame[] = [];
  let wake = (): void => undefined;
  const woken = new Promise<void>((resolve) => (wake = resolve));
  const receiver: Receiver = {
    reader: actor.kind === 'staff' ? 'staff' : 'member',
    give(frame) {
      frames.push(frame);
      wake();
    },
  };
  try {
    await joinDesk(receiver);
    for (const [id, seq] of have) await join(receiver, id, seq);
    if (actor.kind === 'staff') await touchDesk(actor.accountId);
    else for (const [id] of have) await touchTalk(id);
    await within(woken, waitS * 1_000);
    if (frames.length > 0 && waitS > 0) await within(new Promise(() => undefined), TOGETHER_MS);
    return { frames };
  } finally {
    leaveDesk(receiver);
    for (const [id] of have) leave(receiver, id);
    const left = (waiting.get(actor.accountId) ?? 1) - 1;
    if (left > 0) waiting.set(actor.accountId, left);
    else waiting.delete(actor.accountId);
  }
}

async function within(done: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([done, late]);
  clearTimeout(timer);
}
