import type { Actor } from '../../../actor.ts';
import { CHAT_CLOSINGS } from '../../../contract/chat/enums.ts';
import { BEAT_MS } from '../../../contract/chat/limits.ts';
import type { ServerFrame } from '../../../contract/chat/replies.ts';
import { clientFrame, type ClientFrame } from '../../../contract/chat/schemas.ts';
import { AppError } from '../../../errors.ts';
import { log } from '../../../platform/log/log.ts';
import { keepsState } from '../../../platform/singletons.ts';
import type { Chat } from '../model.ts';
import { loadChat, sees, speaksIn } from '../policy.ts';
import { signalChat } from '../signals/publish.ts';
import { sideOf } from '../talk/write-number.ts';
import { joinDesk, leaveDesk } from './desk-feed.ts';
import { join, leave } from './feeds.ts';
import { inTurn } from './in-turn.ts';
import type { Receiver } from './frames.ts';
import { touchDesk, touchTalk } from './touch.ts';

/** A socket as this module needs one; http/sockets.ts has the real ones. */
export interface TalkSocket {
  send(text: string): void;
  close(code: number): void;
  onText(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

const MOST_PER_ACCOUNT = 4;
const HELLO_WITHIN_MS = 5_000;
/** A socket is closed when three beats have not come. */
const SILENT_AFTER_MS = 3 * BEAT_MS + 10_000;
/** Frames of one socket in ten seconds: a client says hello, beats, and that somebody types. */
const MOST_FRAMES = 40;
const FRAMES_WINDOW_MS = 10_000;

const sockets = new Map<number, TalkSocket[]>();
keepsState(() => sockets.clear());

/** Serves talks over a socket: receiving alone, for everything that is done goes over HTTP. */
export function serveTalks(socket: TalkSocket, actor: Actor): void {
  keepToFour(socket, actor.accountId);
  const reader = actor.kind === 'staff' ? 'staff' : 'member';
  const give = (frame: ServerFrame) => socket.send(JSON.stringify(frame));
  const talks = new Set<number>();
  /** Talks that were theirs at some time: that they are so no longer is no fault of the client. */
  const served = new Set<number>();
  const receiver: Receiver = {
    reader,
    give,
    mayHear: (chat) => sees(actor, chat),
    lost: (id) => void talks.delete(id),
  };
  let bringing = Promise.resolve();
  let isOver = false;
  let hasSaidHello = false;
  let quiet = setTimeout(() => socket.close(CHAT_CLOSINGS.silent), HELLO_WITHIN_MS);
  // By the time of the frames themselves: a timer of each of thousands of sockets would fire all the time for nothing.
  let frames = 0;
  let windowFrom = performance.now();
  const isTooMuch = () => {
    const now = performance.now();
    if (now - windowFrom >= FRAMES_WINDOW_MS) [windowFrom, frames] = [now, 0];
    return ++frames > MOST_FRAMES;
  };

  const drop = (id: number) => {
    talks.delete(id);
    leave(receiver, id);
  };
  const find = async (id: number): Promise<Chat | null> => {
    try {
      return await inTurn(() => loadChat(actor, id));
    } catch (fault) {
      if (fault instanceof AppError && served.has(id)) return null;
      throw fault;
    }
  };
  /** What the client names is everything that it wants to be told of, and how far it has each. */
  const bring = async (have: Readonly<Record<string, number>>) => {
    const wanted = new Map(Object.entries(have).map(([id, seq]) => [Number(id), seq]));
    for (const id of talks) if (!wanted.has(id)) drop(id);
    for (const [id, seq] of wanted) {
      const chat = await find(id);
      if (isOver) return;
      if (!chat) {
        drop(id);
        continue;
      }
      talks.add(id);
      served.add(id);
      await join(receiver, id, Math.min(seq, Number(chat.lastSeq)));
      // The socket may have closed while it joined the talk; nobody else would take its receiver out again.
      if (isOver) leave(receiver, id);
    }
  };
  /** One after the other: of two lists the later one counts. */
  const bringInTurn = (have: Readonly<Record<string, number>>) =>
    (bringing = bringing.catch(() => undefined).then(() => bring(have)));
  const touch = async () => {
    if (actor.kind === 'staff') await touchDesk(actor.accountId);
    else for (const id of talks) await inTurn(() => touchTalk(id));
  };
  const hello = async (have: Readonly<Record<string, number>>) => {
    hasSaidHello = true;
    await joinDesk(receiver);
    if (isOver) return leaveDesk(receiver);
    await bringInTurn(have);
    give({ t: 'welcome', v: 1 });
    await touch();
  };
  const answer = async (frame: ClientFrame): Promise<void> => {
    if (frame.t === 'hello') return hasSaidHello ? refuse() : hello(frame.have);
    if (!hasSaidHello) return refuse();
    if (frame.t === 'have') return bringInTurn(frame.have);
    if (frame.t === 'typing') {
      if (talks.has(frame.c) && speaksIn(actor, await loadChat(actor, frame.c)))
        await signalChat(frame.c, { typing: sideOf(actor) });
      return;
    }
    give({ t: 'beat' });
    await touch();
  };
  const refuse = () => socket.close(CHAT_CLOSINGS.refused);

  socket.onText((text) => {
    if (isTooMuch()) return refuse();
    const frame = readFrame(text);
    if (!frame) return refuse();
    clearTimeout(quiet);
    quiet = setTimeout(() => socket.close(CHAT_CLOSINGS.silent), SILENT_AFTER_MS);
    answer(frame).catch((error: unknown) => {
      // A foreign talk and one that does not exist look alike.
      if (error instanceof AppError) return socket.close(CHAT_CLOSINGS.unknown);
      log.warn({ err: error }, 'a socket was not served');
      socket.close(CHAT_CLOSINGS.refused);
    });
  });
  socket.onClose(() => {
    isOver = true;
    clearTimeout(quiet);
    leaveDesk(receiver);
    for (const id of talks) leave(receiver, id);
    forget(socket, actor.accountId);
  });
}

function readFrame(text: string): ClientFrame | null {
  try {
    return clientFrame.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** An account has four pages open, and no more: the oldest is closed. */
function keepToFour(socket: TalkSocket, accountId: number): void {
  const own = [...(sockets.get(accountId) ?? []), socket];
  sockets.set(accountId, own);
  if (own.length > MOST_PER_ACCOUNT) own[0]?.close(CHAT_CLOSINGS.replaced);
}

function forget(socket: TalkSocket, accountId: number): void {
  const left = (sockets.get(accountId) ?? []).filter((one) => one !== socket);
  if (left.length > 0) sockets.set(accountId, left);
  else sockets.delete(accountId);
}
