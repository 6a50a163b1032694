import { CHAT_CLOSINGS } from './enums.ts';
import { BEAT_MS, MAX_POLL_S } from './limits.ts';
import type { ServerFrame } from './replies.ts';

/** What a client holds open: a socket of its platform. */
export interface Wire {
  send(text: string): void;
  close(): void;
}
export interface WireEvents {
  opened(): void;
  text(text: string): void;
  /** Closed, by whoever; 0: it never opened. */
  closed(code: number): void;
}

/** live: by socket. polling: by requests, because sockets fail. over: the server wants no more of this client. */
export type LineState = 'opening' | 'live' | 'polling' | 'over';

export interface LineNeeds {
  open(events: WireEvents): Wire;
  /** Asks over HTTP what a socket would bring. */
  poll(have: string, waitS: number): Promise<readonly ServerFrame[]>;
  /** What is there of each talk. */
  have(): Readonly<Record<string, number>>;
  onFrame(frame: ServerFrame): void;
  onState(state: LineState): void;
}

export interface Line {
  /** Tries at once: the page is seen again, or the network is back. */
  nudge(): void;
  /** Somebody asks for it: also where the server wanted no more of this client. */
  restart(): void;
  /** Says which talks it wants to be told of now. */
  ask(): void;
  typing(c: number): void;
  /** Closes it while nobody looks; `nudge` opens it again. */
  rest(): void;
  stop(): void;
}

/** Openings that fail before requests take over, and how long one may take before they do. */
const FAILURES = 2;
const OPEN_WITHIN_MS = 5_000;
/** While polling, a socket is tried again so often. */
const TRY_SOCKET_MS = 2 * 60_000;
const [LEAST_PAUSE_MS, MOST_PAUSE_MS] = [500, 15_000];
const MOST_MISSED = 3;

/**
 * Keeps a client told: by a socket, and by requests of its own accord where sockets fail. Frames come the same way from
 * both. Pure but for its timers; the platforms give it sockets and requests.
 */
export function keepLine(needs: LineNeeds): Line {
  let wire: Wire | undefined;
  let failures = 0;
  let isLive = false;
  let isOver = false;
  let isStopped = false;
  let isResting = false;
  let isPolling = false;
  let missed = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  let state: LineState | undefined;

  const say = (next: LineState) => {
    if (next === state) return;
    state = next;
    needs.onState(next);
  };
  const send = (frame: object) => wire?.send(JSON.stringify(frame));

  const open = () => {
    clearTimeout(again);
    if (isOver || isResting || wire) return;
    if (!isPolling) say('opening');
    const own = needs.open({
      opened: () => {
        if (own === wire) send({ t: 'hello', v: 1, have: needs.have() });
      },
      text: (text) => {
        if (own === wire) heard(text);
      },
      closed: (code) => {
        if (own === wire) lost(code);
      },
    });
    wire = own;
    late = setTimeout(() => {
      if (own !== wire || isLive) return;
      // One that does not even answer is not tried a second time before requests take over.
      failures = FAILURES;
      drop();
      lost(0);
    }, OPEN_WITHIN_MS);
  };
  const heard = (text: string) => {
    missed = 0;
    const frame = JSON.parse(text) as ServerFrame;
    if (frame.t === 'welcome') live();
    if (frame.t === 'bye') {
      drop();
      if (!isPolling) say('opening');
      again = setTimeout(open, frame.retryAfterMs);
      return;
    }
    needs.onFrame(frame);
  };
  const live = () => {
    isLive = true;
    isPolling = false;
    failures = 0;
    say('live');
    clearInterval(beat);
    beat = setInterval(() => {
      if (missed >= MOST_MISSED) {
        drop();
        lost(0);
        return;
      }
      missed += 1;
      send({ t: 'beat' });
    }, BEAT_MS);
  };
  const drop = () => {
    clearTimeout(late);
    clearInterval(beat);
    const own = wire;
    wire = undefined;
    isLive = false;
    own?.close();
  };
  const lost = (code: number) => {
    const wasLive = isLive;
    drop();
    if (isOver || isResting) return;
    if (ENDINGS.includes(code)) {
      isOver = true;
      say('over');
      return;
    }
    if (!wasLive) failures += 1;
    if (failures >= FAILURES) {
      if (!isPolling) void poll();
      again = setTimeout(open, TRY_SOCKET_MS);
      return;
    }
    if (!isPolling) say('opening');
    again = setTimeout(open, wasLive ? pauseAfterCut() : pauseAfter(failures));
  };
  const poll = async () => {
    isPolling = true;
    say('polling');
    for (let faults = 0; isPolling && !isOver && !isResting;) {
      try {
        for (const frame of await needs.poll(haveText(needs.have()), MAX_POLL_S)) needs.onFrame(frame);
        faults = 0;
      } catch {
        faults += 1;
        await new Promise((resolve) => setTimeout(resolve, pauseAfter(faults)));
      }
    }
    isPolling = false;
  };

  const nudge = () => {
    isResting = false;
    if (isOver || isLive) return;
    drop();
    open();
    if (failures >= FAILURES && !isPolling) void poll();
  };

  open();
  return {
    nudge,
    restart() {
      isOver = isStopped;
      nudge();
    },
    ask: () => {
      if (isLive) send({ t: 'have', have: needs.have() });
    },
    typing: (c) => {
      if (isLive) send({ t: 'typing', c });
    },
    rest() {
      isResting = true;
      clearTimeout(again);
      drop();
    },
    stop() {
      isOver = true;
      isStopped = true;
      isPolling = false;
      clearTimeout(again);
      drop();
    },
  };
}

/** After these nothing is tried again by itself: signed out, not one's own, or opened elsewhere too often. */
const ENDINGS: readonly number[] = [CHAT_CLOSINGS.signedOut, CHAT_CLOSINGS.unknown, CHAT_CLOSINGS.replaced];

/**
 * Whoever was cut off together comes back spread over 15 s, the more the sooner: no server has to take thousands at once.
 * Where it was one's own network, that it is back calls `nudge`, which waits for nothing.
 */
const pauseAfterCut = (): number => LEAST_PAUSE_MS + (MOST_PAUSE_MS - LEAST_PAUSE_MS) * Math.random() ** 2;

/** Between tries that fail: longer each time. */
const pauseAfter = (failures: number): number =>
  LEAST_PAUSE_MS + Math.random() * Math.min(MOST_PAUSE_MS, 1_000 * 2 ** failures);

const haveText = (have: Readonly<Record<string, number>>): string =>
  Object.entries(have)
    .map(([id, seq]) => `${id}:${seq}`)
    .join(',');
