import type { QueryClient } from '@tanstack/react-query';
import { chatDeskEndpoints as desk } from '../../../bff/contract/chat/endpoints.ts';
import { STAFF_CHAT_SOCKET } from '../../../bff/contract/chat/enums.ts';
import { keepLine, type Line, type LineState } from '../../../bff/contract/chat/line.ts';
import { MAX_CHATS_AT_ONCE } from '../../../bff/contract/chat/limits.ts';
import { keep, NOTHING_KEPT, type Kept } from '../../../bff/contract/chat/numbers.ts';
import { keepOutbox, unacknowledged, type Bubble, type Outbox } from '../../../bff/contract/chat/outbox.ts';
import type { ChatMessage, ServerFrame } from '../../../bff/contract/chat/replies.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { chatKey, DESK_KEY } from './use-desk.ts';

/** A talk as the desk has it in this page. */
export interface DeskTalk {
  kept: Kept;
  bubbles: readonly Bubble[];
  typingUntil: number;
}

export interface Talks {
  of(id: number): DeskTalk;
  line(): LineState;
  subscribe(hear: () => void): () => void;
  /** Which talks are to be told of from now on, and no others. */
  follow(ids: readonly number[]): void;
  /** Reads a talk as it is now, which is told of no more. */
  read(id: number): void;
  say(id: number, text: string): void;
  sendFile(id: number, token: string, name: string): void;
  sendFaq(id: number, entry: { id: number; question: string }): void;
  retry(id: number, clientId: string): void;
  drop(id: number, clientId: string): void;
  typing(id: number): void;
  markRead(id: number): void;
  reconnect(): void;
  stop(): void;
}

const NONE: DeskTalk = { kept: NOTHING_KEPT, bubbles: [], typingUntil: 0 };
const TYPING_SHOWN_MS = 4_000;

const isFactsAnswer = (event: ChatMessage['event']) => event === 'facts_right' || event === 'facts_wrong';

/** All talks of one page of the desk over one line. @param onWord hears that a member has said something */
export function openTalks(client: QueryClient, onWord: (id: number) => void): Talks {
  const talks = new Map<number, DeskTalk>();
  const followed = new Set<number>();
  const hearers = new Set<() => void>();
  const filling = new Set<number>();
  const readSaid = new Map<number, number>();
  let state: LineState = 'opening';
  let isStopped = false;

  const of = (id: number) => talks.get(id) ?? NONE;
  const tell = () => {
    for (const hear of hearers) hear();
  };
  const change = (id: number, patch: Partial<DeskTalk>) => {
    talks.set(id, { ...of(id), ...patch });
    tell();
  };
  const add = (id: number, come: readonly ChatMessage[]) => {
    const before = of(id).kept;
    const kept = keep(before, come);
    const arrived = new Set(kept.items.flatMap(({ clientId }) => clientId ?? []));
    change(id, { kept, bubbles: unacknowledged(of(id).bubbles, arrived) });
    const fresh = come.filter(({ seq }) => seq > before.have);
    // An answer to 正在与您核对 is waited for like words.
    if (fresh.some(({ by, kind, event }) => by === 'member' && (kind !== 'event' || isFactsAnswer(event)))) {
      onWord(id);
      void client.invalidateQueries({ queryKey: DESK_KEY });
    }
    if (fresh.some(({ kind, event }) => kind === 'event' && event !== 'read'))
      void client.invalidateQueries({ queryKey: chatKey(id) });
  };
  const fill = async (id: number) => {
    if (filling.has(id)) return;
    filling.add(id);
    try {
      for (let isEnd = false; !isEnd && !isStopped;) {
        const query = { after: of(id).kept.have };
        const page = await call(desk.readChat, { params: { id: String(id) }, query });
        add(id, page.items);
        isEnd = page.end;
      }
    } catch {
      // The line brings it, or the next gap asks again.
    } finally {
      filling.delete(id);
    }
  };
  const onFrame = (frame: ServerFrame) => {
    if (frame.t === 'msg') {
      add(frame.c, [frame.m]);
      if (of(frame.c).kept.hasGap) void fill(frame.c);
    }
    if (frame.t === 'desk') void client.invalidateQueries({ queryKey: DESK_KEY });
    if (frame.t === 'typing') {
      change(frame.c, { typingUntil: Date.now() + TYPING_SHOWN_MS });
      setTimeout(tell, TYPING_SHOWN_MS + 50);
    }
  };
  const have = () => Object.fromEntries([...followed].slice(0, MAX_CHATS_AT_ONCE).map((id) => [id, of(id).kept.have]));
  const line: Line = keepLine({
    open(events) {
      const address = new URL(STAFF_CHAT_SOCKET, location.href);
      address.protocol = address.protocol.replace('http', 'ws');
      const socket = new WebSocket(address);
      socket.onopen = () => events.opened();
      socket.onmessage = ({ data }) => events.text(String(data));
      socket.onclose = ({ code }) => events.closed(code);
      return {
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close: () => {
          socket.onopen = socket.onmessage = socket.onclose = null;
          socket.close();
        },
      };
    },
    async poll(text, wait) {
      // Without a talk there is nothing to wait for: the lists are asked for by themselves.
      if (text === '') {
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        return [];
      }
      return (await call(desk.pollChats, { query: { have: text, wait } })).frames;
    },
    have,
    onFrame,
    onState(next) {
      state = next;
      tell();
    },
  });
  const seen = () => {
    if (document.visibilityState === 'visible') line.nudge();
  };
  window.addEventListener('online', seen);
  document.addEventListener('visibilitychange', seen);

  const outboxes = new Map<number, Outbox>();
  const outboxOf = (id: number): Outbox => {
    const known = outboxes.get(id);
    if (known) return known;
    const made = keepOutbox({
      bubbles: () => of(id).bubbles,
      change: (bubbles) => change(id, { bubbles }),
      send: (body) => call(desk.sendChatMessage, { params: { id: String(id) }, body }),
      fill: () => fill(id),
      isLive: () => state === 'live',
      refusalOf: (fault) =>
        !(fault instanceof ApiFailure) || ['offline', 'unavailable', 'internal'].includes(fault.code)
          ? null
          : (fault.fields['text'] ?? sentenceOf(fault)),
    });
    outboxes.set(id, made);
    return made;
  };
  const post = (id: number, what: Pick<Bubble, 'text' | 'file' | 'faq'>) =>
    void outboxOf(id).add({ clientId: crypto.randomUUID(), ...what });

  return {
    of,
    line: () => state,
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    follow(ids) {
      const before = [...followed];
      const fresh = ids.filter((id) => !followed.has(id));
      followed.clear();
      for (const id of ids) followed.add(id);
      const gone = before.filter((id) => !followed.has(id));
      // What has gone to somebody else, or ended, is read once more: its last number may not have come by then.
      for (const id of [...fresh, ...gone]) void fill(id);
      for (const id of gone) void client.invalidateQueries({ queryKey: chatKey(id) });
      if (fresh.length > 0 || gone.length > 0) line.ask();
    },
    read: (id) => void fill(id),
    say: (id, text) => post(id, { text, file: null }),
    sendFile: (id, token, name) => post(id, { text: name, file: token }),
    sendFaq: (id, entry) => post(id, { text: entry.question, file: null, faq: entry.id }),
    retry: (id, clientId) => outboxOf(id).retry(clientId),
    drop: (id, clientId) => outboxOf(id).drop(clientId),
    typing: (id) => line.typing(id),
    markRead(id) {
      const last = of(id).kept.items.findLast(({ by, kind }) => by === 'member' && kind !== 'event')?.seq ?? 0;
      if (last <= (readSaid.get(id) ?? 0)) return;
      readSaid.set(id, last);
      call(desk.markChatRead, { params: { id: String(id) }, body: { seq: last } }).then(
        () => client.invalidateQueries({ queryKey: DESK_KEY }),
        () => readSaid.delete(id),
      );
    },
    reconnect: () => line.nudge(),
    stop() {
      isStopped = true;
      for (const outbox of outboxes.values()) outbox.stop();
      line.stop();
      window.removeEventListener('online', seen);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}
