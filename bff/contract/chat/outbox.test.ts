import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { keepOutbox, type Bubble, type Outbox } from './outbox.ts';

let bubbles: readonly Bubble[];
let sent: string[];
let fills: number;
let send: (clientId: string) => Promise<unknown>;
/** Comes back with its number, as the line brings it. */
const arrive = (clientId: string) => (bubbles = bubbles.filter((one) => one.clientId !== clientId));
let outbox: Outbox;

beforeEach(() => {
  jest.useFakeTimers();
  [bubbles, sent, fills] = [[], [], 0];
  send = async (clientId) => arrive(clientId);
  outbox = keepOutbox({
    bubbles: () => bubbles,
    change: (next) => (bubbles = next),
    send: async ({ clientId }) => {
      sent.push(clientId);
      return send(clientId);
    },
    fill: async () => void fills++,
    isLive: () => true,
    refusalOf: (fault) => ((fault as Error).message === 'offline' ? null : (fault as Error).message),
  });
});
afterEach(() => {
  outbox.stop();
  jest.useRealTimers();
});
const add = (clientId: string) => void outbox.add({ clientId, text: clientId, file: null });
/** Whatever is promised goes on; then the clock, millisecond by millisecond. */
async function pass(ms: number): Promise<void> {
  for (let at = 0; at <= ms; at++) {
    if (at > 0) jest.advanceTimersByTime(1);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}

test('in their order, the second not before the first has come back', async () => {
  send = async () => undefined;
  add('one');
  add('two');
  await pass(500);
  expect(sent).toEqual(['one']);
  arrive('one');
  await pass(100);
  expect(sent).toEqual(['one', 'two']);
});

test('what was taken and does not come back is asked for, and sent again after pauses that grow', async () => {
  send = async () => undefined;
  add('one');
  await pass(1_000);
  expect([sent.length, fills, bubbles[0]?.state]).toEqual([1, 1, 'failed']);
  await pass(1_000 + 1_000);
  expect(sent).toHaveLength(2);
  await pass(1_999);
  expect(sent).toHaveLength(2);
  await pass(1);
  expect(sent).toHaveLength(3);
});

test('offline it is tried again; what is refused says why, stays, and holds up nobody', async () => {
  send = async () => Promise.reject(new Error('offline'));
  add('one');
  await pass(0);
  expect(bubbles).toMatchObject([{ state: 'failed' }]);
  send = async (clientId) => (clientId === 'one' ? Promise.reject(new Error('太长')) : arrive(clientId));
  add('two');
  await pass(1_000);
  expect(bubbles).toMatchObject([{ clientId: 'one', state: 'refused', fault: '太长' }]);
  expect(sent).toEqual(['one', 'one', 'two']);
  outbox.drop('one');
  expect(bubbles).toEqual([]);
});
