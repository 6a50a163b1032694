import { z } from 'zod';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { useDatabase } from '../../test/database.ts';
import { advanceClock, freezeClock, releaseClock } from '../clock/clock.ts';
import { TOTAL_CAP } from './capped-count.ts';
import { database } from './database.ts';
import { selectPage, startsWith, type Condition } from './keyset.ts';

useDatabase();
afterEach(releaseClock);

const LONG = TOTAL_CAP + 100;
const SHORT = 45;

// Three rows an instant, so that the order among equals matters.
const rows = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `${prefix}${n}`, value: '1', updated_at: Math.floor(n / 3) }));

beforeAll(() =>
  database.sequelize.getQueryInterface().bulkInsert('settings', [...rows('long', LONG), ...rows('short', SHORT)]),
);

function page(where: Condition, cursor?: string) {
  return selectPage({
    row: z.strictObject({ name: z.string() }),
    columns: 's.name',
    from: 'settings s',
    where: [where],
    order: { by: 's.updated_at', id: 's.id', direction: 'descending' },
    cursor,
  });
}

test('pages follow one another without gap or repetition, each with the total', async () => {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next, total, totalIsCapped } = await page(startsWith('s.name', 'short'), cursor);
    expect({ total, totalIsCapped }).toEqual({ total: SHORT, totalIsCapped: false });
    names.push(...items.map(({ name }) => name));
    cursor = next ?? undefined;
  } while (cursor);
  expect(names).toEqual(
    rows('short', SHORT)
      .toSorted(latestFirst)
      .map(({ name }) => name),
  );
});

test('a list that fits one page is its own total', async () => {
  const { items, next, total } = await page(startsWith('s.name', 'short1'));
  expect(items).toHaveLength(11);
  expect({ next, total }).toEqual({ next: null, total: 11 });
});

test('counting stops at the cap, and begins anew a while later', async () => {
  freezeClock('2026-11-22T09:00:00+08:00');
  const long = startsWith('s.name', 'long');
  expect(await page(long)).toMatchObject({ total: TOTAL_CAP, totalIsCapped: true });
  await database.sequelize.query("DELETE FROM settings WHERE name LIKE 'long2%'");
  expect(await page(long)).toMatchObject({ total: TOTAL_CAP, totalIsCapped: true });
  advanceClock(61_000);
  expect(await page(long)).toMatchObject({ total: LONG - 111, totalIsCapped: false });
});

function latestFirst(a: { name: string; updated_at: number }, b: { name: string; updated_at: number }): number {
  // Rows were numbered as they were inserted.
  return b.updated_at - a.updated_at || Number(b.name.slice(5)) - Number(a.name.slice(5));
}
