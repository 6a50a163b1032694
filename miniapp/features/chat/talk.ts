import { chatEndpoints as chats } from '../../../bff/contract/chat/endpoints.ts';
import { CHAT_SOCKET } from '../../../bff/contract/chat/enums.ts';
import { keepLine, type Line, type LineState } from '../../../bff/contract/chat/line.ts';
import { keep, NOTHING_KEPT, type Kept } from '../../../bff/contract/chat/numbers.ts';
import { RESEND_MS, toUuid, unacknowledged, type Bubble } from '../../../bff/contract/chat/outbox.ts';
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
  let isSending = false;
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
  const forgetSeen = whenSeen(
    () => {
      line.nudge();
      void sendAll();
    },
    () => line.rest(),
  );

  /** In their order, one at a time: the second is not sent before the first has arrived. */
  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      for (let attempt = 0; ;) {
        const next = state.bubbles.find((bubble) => bubble.state !== 'refused');
        if (!next || isStopped) return;
        const outcome = await sendOne(next);
        if (outcome === 'later') {
          await new Promise((resolve) => setTimeout(resolve, RESEND_MS[Math.min(attempt, RESEND_MS.length - 1)]));
          attempt += 1;
        } else attempt = 0;
      }
    } finally {
      isSending = false;
    }
  }
  async function sendOne({ clientId, text, file }: Bubble): Promise<'done' | 'later'> {
    const mark = (patch: Partial<Bubble>) =>
      setBubbles(state.bubbles.map((one) => (one.clientId === clientId ? { ...one, ...patch } : one)));
    const body = file === null ? { clientId, kind: 'text' as const, text } : { clientId, kind: 'file' as const, file };
    try {
      await call(chats.sendOwnChatMessage, { params, body });
      // It stands there with its number once the line brings it, which it may not do now.
      if (state.line !== 'live') await fill();
      await arrivalOf(clientId);
      return 'done';
    } catch (fault) {
      if (isPassing(fault)) {
        mark({ state: 'failed' });
        return 'later';
      }
      const why = fault instanceof ApiError ? (fault.fields.text ?? fault.fields.attachments) : undefined;
      mark({ state: 'refused', fault: why ?? faultText(fault) });
      if (fault instanceof ApiError && fault.code === 'wrong_state')
        void queryClient.invalidateQueries({ queryKey: CHAT_KEY });
      return 'done';
    }
  }
  /** Waits a moment for the number of what was sent; then asks for it. */
  async function arrivalOf(clientId: string): Promise<void> {
    const isHere = () => !state.bubbles.some((one) => one.clientId === clientId);
    for (let looks = 0; looks < 10 && !isHere(); looks++) await new Promise((resolve) => setTimeout(resolve, 100));
    if (!isHere()) await fill();
    if (!isHere()) throw new ApiError('offline');
  }
  const post = async (text: string, file: string | null) => {
    const clientId = toUuid(await randomKey());
    setBubbles([...state.bubbles, { clientId, text, file, state: 'sending', fault: '' }]);
    await sendAll();
  };
  if (state.bubbles.length > 0) void sendAll();

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
    retry(clientId) {
      setBubbles(
        state.bubbles.map((one) => (one.clientId === clientId ? { ...one, state: 'sending', fault: '' } : one)),
      );
      void sendAll();
    },
    drop: (clientId) => setBubbles(state.bubbles.filter((one) => one.clientId !== clientId)),
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
    reconnect: () => line.nudge(),
    stop() {
      isStopped = true;
      forgetSeen();
      line.stop();
      clearTimeout(typingEnds);
    },
  };
}

const isPassing = (fault: unknown): boolean =>
  fault instanceof ApiError && ['offline', 'timeout', 'unavailable', 'internal'].includes(fault.code);
