import { expect, test } from '@jest/globals';
import type { OpenActivity } from '../../../../bff/contract/activities/replies.ts';
import { isFull, openLines, type SeriesLine } from './open-lines.ts';

const camp = { id: 7, title: '训练营', way: 'whole' } as const;
const named = (id: number, more: Partial<OpenActivity> = {}): OpenActivity => ({
  id,
  title: `第${id}场`,
  kind: 'training',
  phase: 'open',
  isOnline: false,
  place: '文华区法律服务大厦',
  opensAt: '2026-12-01T00:00:00.000Z',
  closesAt: '2026-12-10T00:00:00.000Z',
  beginsAt: '2026-12-11T00:00:00.000Z',
  endsAt: '2026-12-11T03:00:00.000Z',
  hoursTenths: 30,
  capacity: 10,
  left: 3,
  perFirmMax: 0,
  fee: '免费',
  series: null,
  ...more,
});
const shape = (items: OpenActivity[]) =>
  openLines(items).map((line) => ('sessions' in line ? line.sessions.map(({ id }) => id) : line.id));

test('sessions of a series are one line, where the first of them stood, by when they begin', () => {
  const late = named(2, { series: camp, beginsAt: '2026-12-20T00:00:00.000Z' });
  const early = named(4, { series: camp });
  const other = named(5, { series: { ...camp, id: 8 } });
  expect(shape([named(1), late, named(3), early, other])).toEqual([1, [4, 2], 3, [5]]);
});

test('all sessions need a seat each; of those that are chosen one is enough', () => {
  const sessions: SeriesLine['sessions'] = [named(1, { left: 0 }), named(2)];
  expect(isFull({ series: camp, sessions })).toBe(true);
  expect(isFull({ series: { ...camp, way: 'each' }, sessions })).toBe(false);
  expect(isFull({ series: { ...camp, way: 'each' }, sessions: [named(1, { left: 0 })] })).toBe(true);
});
