import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { CHAT_CLOSINGS } from './enums.ts';
import { keepLine, type Line, type LineState, type WireEvents } from './line.ts';
import type { ServerFrame } from './replies.ts';

interface Opened {
  events: WireEvents;
  sent: string[];
  isClosed: boolean;
}
let wires: Opened[];
let states: LineState[];
let frames: ServerFrame[];
let polled: string[];
let answer: (frames: readonly ServerFrame[]) => void;
let line: Line;

beforeEach(() => {
  jest.useFakeTimers();
  wires = [];
  states = [];
  frames = [];
  polled = [];
  line = keepLine({
    open(events) {
      const wire: Opened = { events, sent: [], isClosed: false };
      wires.push(wire);
      return { send: (text) => wire.sent.push(text), close: () => (wire.isClosed = true) };
    },
    poll(have) {
      polled.push(have);
      return new Promise((resolve) => (answer = resolve));
    },
    have: () => ({ 7: 3 }),
    onFrame: (frame) => frames.push(frame),
    onState: (state) => states.push(state),
  });
});
afterEach(() => {
  line.stop();
  jest.useRealTimers();
});

/** Lets time pass, and whatever was waiting for it happen. */
async function pass(ms: number): Promise<void> {
  const step = Math.min(ms, 1_000);
  for (let gone = 0; gone <= ms - step || gone === 0; gone += step || 1) {
    jest.advanceTimersByTime(step);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}
const last = () => wires.at(-1)!;
const welcome = () => {
  last().events.opened();
  last().events.text('{"t":"welcome","v":1}');
};

test('says what it has, and is live once it is welcome', () => {
  welcome();
  expect(last().sent).toEqual(['{"t":"hello","v":1,"have":{"7":3}}']);
  expect(states).toEqual(['opening', 'live']);
});

test('two openings that fail, and requests take over; a socket is tried again two minutes later', async () => {
  last().events.closed(0);
  await pass(16_000);
  // The second one does not answer at all.
  await pass(5_000);
  expect([states.at(-1), polled, wires.length]).toEqual(['polling', ['7:3'], 2]);
  answer([{ t: 'beat' }]);
  await pass(0);
  expect([frames, polled.length]).toEqual([[{ t: 'beat' }], 2]);
  // 128 s after the beginning: the pause before the second was random, up to 2.5 s.
  await pass(107_000);
  expect(wires).toHaveLength(3);
  welcome();
  expect(states.at(-1)).toBe('live');
  answer([]);
  await pass(60_000);
  expect(polled).toHaveLength(2);
});

test('one that does not answer within 5 s leaves it to requests at once', async () => {
  await pass(5_000);
  expect([states.at(-1), polled, wires.length]).toEqual(['polling', ['7:3'], 1]);
});

test('those that are cut together come back spread over 15 s', async () => {
  const back: number[] = [];
  const many = Array.from({ length: 300 }, () => {
    let opened = 0;
    return keepLine({
      open(events) {
        if (++opened > 1) back.push(Date.now());
        setTimeout(() => {
          events.opened();
          events.text('{"t":"welcome","v":1}');
          if (opened === 1) events.closed(1006);
        });
        return { send: () => undefined, close: () => undefined };
      },
      poll: () => Promise.resolve([]),
      have: () => ({ 7: 3 }),
      onFrame: () => undefined,
      onState: () => undefined,
    });
  });
  jest.advanceTimersByTime(1);
  const cutAt = Date.now();
  for (let ms = 0; ms < 15_000; ms += 100) jest.advanceTimersByTime(100);
  for (const one of many) one.stop();
  const inSecond = Map.groupBy(back, (at) => Math.floor((at - cutAt) / 1_000));
  expect(back).toHaveLength(300);
  expect(Math.min(...back) - cutAt).toBeGreaterThanOrEqual(499);
  for (const [, together] of inSecond) expect(together.length).toBeLessThan(120);
  expect(back.filter((at) => at - cutAt > 5_000).length).toBeGreaterThan(60);
});

test('one that is cut comes back by itself, and at once when it is looked at again', async () => {
  welcome();
  last().events.closed(1006);
  line.nudge();
  expect(wires).toHaveLength(2);
  welcome();
  expect(states.at(-1)).toBe('live');
});

test('three beats without an answer, and it is closed and opened anew', async () => {
  welcome();
  await pass(110_000);
  expect(wires[0]?.isClosed).toBe(true);
  expect(wires.length).toBeGreaterThan(1);
});

test('hidden it rests: nothing is opened, nothing asked, until it is seen again', async () => {
  welcome();
  line.rest();
  expect(wires[0]?.isClosed).toBe(true);
  await pass(4 * 60_000);
  expect([wires.length, polled.length]).toEqual([1, 0]);
  line.nudge();
  expect(wires).toHaveLength(2);
});

test('a server that stops says when to come back', async () => {
  welcome();
  last().events.text('{"t":"bye","code":1012,"retryAfterMs":4000}');
  await pass(3_000);
  expect(wires).toHaveLength(1);
  await pass(1_000);
  expect(wires).toHaveLength(2);
});

test.each([CHAT_CLOSINGS.signedOut, CHAT_CLOSINGS.unknown, CHAT_CLOSINGS.replaced])(
  'closed with %d it does not come back by itself',
  async (code) => {
    welcome();
    last().events.closed(code);
    await pass(4 * 60_000);
    expect([states.at(-1), wires.length, polled.length]).toEqual(['over', 1, 0]);
  },
);

test('a person may ask for it all the same; once it is stopped nobody does', async () => {
  welcome();
  last().events.closed(CHAT_CLOSINGS.replaced);
  line.nudge();
  expect([states.at(-1), wires.length]).toEqual(['over', 1]);
  line.restart();
  expect(wires).toHaveLength(2);
  welcome();
  expect(states.at(-1)).toBe('live');
  line.stop();
  line.restart();
  await pass(4 * 60_000);
  expect(wires).toHaveLength(2);
});

test('while the server is away it does not say to be live', () => {
  welcome();
  last().events.text('{"t":"bye","code":1012,"retryAfterMs":4000}');
  expect(states.at(-1)).toBe('opening');
});
