import { chatEndpoints as chats } from '../../../bff/contract/chat/endpoints.ts';
import { CHAT_SOCKET } from '../../../bff/contract/chat/enums.ts';
import { keepLine, type Line, type LineState } from '../../../bff/contract/chat/line.ts';
import { keep, NOTHING_KEPT, type Kept } from '../../../bff/contract/chat/numbers.ts';
import { keepOutbox, toUuid, unacknowledged, type Bubble } from '../../../bff/contract/chat/outbox.ts';
import type { ChatPlace, ServerFrame } from '../../../bff/contract/chat/replies.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';
import { openSocket } from '../../platform/live/open-socket.ts';
import { randomKey } from '../../platform/device/random-key.ts';
import { whenSeen } from '../../platform/live/when-seen.ts';

export const CHAT_KEY = ['chat'] as const;

/** What a page shows of the talk that is under way. */
export interface TalkState {
  kept: Kept;
  bubbles: readonly Bubble[];
  line: LineState;
  /** While it waits; null: as the page itself was told. */
  place: ChatPlace | null;
  isTyping: boolean;
}

export interface Talk {
  id: number;
  state(): TalkState;
  subscribe(hear: () => void): () => void;
  say(text: string): Promise<void>;
  sendFile(token: string, name: string): Promise<void>;
  retry(clientId: string): void;
  drop(clientId: string): void;
  typing(): void;
  markRead(): void;
  reconnect(): void;
}

/** One talk has one line, whatever pages show it: a mini-program may not have two. */
let current: (Talk & { accountId: number; stop(): void }) | null = null;

/** The talk of this number, with its line open; one that was open before is closed. */
export function openTalk(accountId: number, id: number): Talk {
  if (current?.id === id && current.accountId === accountId) return current;
  closeTalk();
  current = makeTalk(accountId, id);
  return current;
}

/** Closes the line: nobody looks at a talk any more. */
export function closeTalk(): void {
  current?.stop();
  current = null;
}

const TYPING_SHOWN_MS = 4_000;
const TYPING_SAID_MS = 3_000;

function makeTalk(accountId: number, id: number): NonNullable<typeof current> {
  const params = { id: String(id) };
  const name = `chat-${id}`;
  const hearers = new Set<() => void>();
  const before = accountStorage.read(accountId, name) as { bubbles?: Bubble[] } | undefined;
  let state: TalkState = {
    kept: NOTHING_KEPT,
    bubbles: before?.bubbles ?? [],
    line: 'opening',
    place: null,
    isTyping: false,
  };
  let isFilling = false;
  let isStopped = false;
  let typingEnds: ReturnType<typeof setTimeout> | undefined;
  let typingSaidAt = 0;
  let readSaid = 0;

  const change = (patch: Partial<TalkState>) => {
    state = { ...state, ...patch };
    for (const hear of hearers) hear();
  };
  const setBubbles = (bubbles: readonly Bubble[]) => {
    change({ bubbles });
    if (bubbles.length === 0) accountStorage.forget(accountId, name);
    else accountStorage.write(accountId, name, { bubbles });
  };
  const add = (come: Parameters<typeof keep>[1]) => {
    const kept = keep(state.kept, come);
    const arrived = new Set(kept.items.flatMap(({ clientId }) => clientId ?? []));
    change({ kept });
    const left = unacknowledged(state.bubbles, arrived);
    if (left.length < state.bubbles.length) setBubbles(left);
    // What is said of the talk itself is asked for again: taken, ended, turned into a ticket.
    if (come.some(({ kind, event }) => kind === 'event' && event !== 'read'))
      void queryClient.invalidateQueries({ queryKey: CHAT_KEY });
  };
  /** Asks for what is missing, page by page, until there is an end. */
  const fill = async () => {
    if (isFilling) return;
    isFilling = true;
    try {
      for (let isEnd = false; !isEnd && !isStopped;) {
        const page = await call(chats.readOwnChat, { params, query: { after: state.kept.have } });
        add(page.items);
        isEnd = page.end;
      }
    } catch {
      // The line brings it, or the next gap asks again.
    } finally {
      isFilling = false;
    }
  };
  const onFrame = (frame: ServerFrame) => {
    if (frame.t === 'msg') {
      add([frame.m]);
      if (frame.m.by === 'staff') change({ isTyping: false });
      if (state.kept.hasGap) void fill();
    }
    if (frame.t === 'queue') change({ place: { ahead: frame.ahead, minutes: frame.minutes } });
    if (frame.t === 'typing') {
      clearTimeout(typingEnds);
      typingEnds = setTimeout(() => change({ isTyping: false }), TYPING_SHOWN_MS);
      change({ isTyping: true });
    }
  };
  const line: Line = keepLine({
    open: (events) => openSocket(CHAT_SOCKET, events),
    poll: async (have, wait) => (await call(chats.pollOwnChats, { query: { have, wait } })).frames,
    have: () => ({ [id]: state.kept.have }),
    onFrame,
    onState: (next) => change({ line: next }),
  });
  const outbox = keepOutbox({
    bubbles: () => state.bubbles,
    change: setBubbles,
    send: (body) => call(chats.sendOwnChatMessage, { params, body }),
    fill,
    isLive: () => state.line === 'live',
    refusalOf(fault) {
      if (isPassing(fault)) return null;
      if (!(fault instanceof ApiError)) return faultText(fault);
      if (fault.code === 'wrong_state') void queryClient.invalidateQueries({ queryKey: CHAT_KEY });
      return fault.fields.text ?? fault.fields.attachments ?? faultText(fault);
    },
  });
  const forgetSeen = whenSeen(
    () => {
      line.nudge();
      void outbox.sendAll();
    },
    () => line.rest(),
  );

  const post = async (text: string, file: string | null) =>
    outbox.add({ clientId: toUuid(await randomKey()), text, file });
  if (state.bubbles.length > 0) void outbox.sendAll();

  return {
    id,
    accountId,
    state: () => state,
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    say: (text) => post(text, null),
    sendFile: (token, fileName) => post(fileName, token),
    retry: outbox.retry,
    drop: outbox.drop,
    typing() {
      if (Date.now() - typingSaidAt < TYPING_SAID_MS) return;
      typingSaidAt = Date.now();
      line.typing(id);
    },
    markRead() {
      const last = state.kept.items.findLast(({ by, kind }) => by === 'staff' && kind !== 'event')?.seq ?? 0;
      if (last <= readSaid) return;
      readSaid = last;
      call(chats.markOwnChatRead, { params, body: { seq: last } }).catch(() => {
        readSaid = 0;
      });
    },
    reconnect: () => line.restart(),
    stop() {
      isStopped = true;
      outbox.stop();
      forgetSeen();
      line.stop();
      clearTimeout(typingEnds);
    },
  };
}

const isPassing = (fault: unknown): boolean =>
  fault instanceof ApiError && ['offline', 'timeout', 'unavailable', 'internal'].includes(fault.code);
