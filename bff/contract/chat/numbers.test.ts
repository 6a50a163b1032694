import { expect, test } from '@jest/globals';
import { keep, NOTHING_KEPT, show, type Kept } from './numbers.ts';
import { toUuid, unacknowledged, type Bubble } from './outbox.ts';
import type { ChatMessage } from './replies.ts';
import { sendChatMessage } from './schemas.ts';

const message = (seq: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  seq,
  at: '2026-11-30T02:00:00.000Z',
  kind: 'text',
  by: 'member',
  byName: '林知远',
  clientId: null,
  text: `第${seq}句`,
  file: null,
  event: null,
  facts: null,
  about: null,
  ...more,
});
const seqs = ({ items }: Pick<Kept, 'items'>) => items.map(({ seq }) => seq);

test('whatever order it comes in, and however often, each number is there once and in its place', () => {
  const come = [3, 1, 2, 2, 5, 4, 1].map((seq) => message(seq));
  const kept = come.reduce((all, one) => keep(all, [one]), NOTHING_KEPT);
  expect([seqs(kept), kept.have, kept.hasGap]).toEqual([[1, 2, 3, 4, 5], 5, false]);
});

test('a hole is known until it is filled, and nothing behind it counts as had', () => {
  const first = keep(NOTHING_KEPT, [message(1), message(4)]);
  expect([first.have, first.hasGap]).toEqual([1, true]);
  const filled = keep(first, [message(2), message(3)]);
  expect([filled.have, filled.hasGap]).toEqual([4, false]);
});

test('what was taken back is not shown, and who has read how far follows from marks and from answers', () => {
  const kept = keep(NOTHING_KEPT, [
    message(1),
    message(2),
    message(3, { by: 'staff' }),
    message(4, { kind: 'event', event: 'retracted', about: 1 }),
    message(5, { by: 'member', kind: 'event', event: 'read', about: 3 }),
  ]);
  const shown = show(kept);
  expect([seqs(shown), shown.readByStaff, shown.readByMember]).toEqual([[2, 3, 4], 2, 3]);
});

test('a bubble goes when its number is there', () => {
  const bubble = (clientId: string): Bubble => ({ clientId, text: '', file: null, state: 'sending', fault: '' });
  expect(unacknowledged([bubble('a'), bubble('b')], new Set(['a'])).map(({ clientId }) => clientId)).toEqual(['b']);
});

test('32 random digits make an UUID that the server takes', () => {
  for (const hex of ['0'.repeat(32), 'f'.repeat(32), '0123456789abcdef0123456789abcdef']) {
    const clientId = toUuid(hex);
    expect(sendChatMessage.safeParse({ clientId, kind: 'text', text: '您好' }).success).toBe(true);
  }
});
