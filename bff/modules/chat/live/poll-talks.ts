import type { Actor, InSession } from '../../../actor.ts';
import type { PolledFrames, ServerFrame } from '../../../contract/chat/replies.ts';
import { AppError } from '../../../errors.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { liveSessions } from '../../accounts/live-sessions.ts';
import { loadChat, sees } from '../policy.ts';
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
 * it has waited. Throws `not_found` where one of them is not the caller's, `too_many_requests`, and `not_signed_in` for
 * whose session has ended while the request waited: an end of it is an end here as of a socket.
 */
export async function pollTalks(asked: {
  actor: Actor & InSession;
  have: readonly (readonly [id: number, seq: number])[];
  waitS: number;
}): Promise<PolledFrames> {
  const { actor, have, waitS } = asked;
  const from = new Map<number, number>();
  for (const [id, seq] of have) from.set(id, Math.min(seq, Number((await loadChat(actor, id)).lastSeq)));
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
    mayHear: (chat) => sees(actor, chat),
    lost: () => undefined,
  };
  try {
    await joinDesk(receiver);
    for (const [id, seq] of from) await join(receiver, id, seq);
    if (actor.kind === 'staff') await touchDesk(actor.accountId);
    else for (const id of from.keys()) await touchTalk(id);
    await within(woken, waitS * 1_000);
    if (frames.length > 0 && waitS > 0) await within(new Promise(() => undefined), TOGETHER_MS);
    const { sessionId } = actor;
    if (waitS > 0 && !(await liveSessions([sessionId])).has(sessionId)) throw new AppError('not_signed_in');
    return { frames };
  } finally {
    leaveDesk(receiver);
    for (const id of from.keys()) leave(receiver, id);
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
