import { beforeAll, expect, test } from '@jest/globals';
import { useDatabase } from '../../../test/database.ts';
import { database } from '../database.ts';
import { selectAlike } from './select-alike.ts';

useDatabase();

beforeAll(() =>
  database.sequelize.getQueryInterface().bulkInsert(
    'settings',
    Array.from({ length: 60 }, (_, n) => ({ name: `alike${n % 20}-${n}`, value: `值${n}`, updated_at: n })),
  ),
);

const SQL = 'SELECT s.name, s.value FROM settings s WHERE s.name LIKE ? ORDER BY s.updated_at DESC LIMIT ?';

test('each of many who ask at once gets the rows of their own, in their order', async () => {
  const ask = (n: number, limit = 10) => selectAlike(SQL, [`alike${n}-%`, limit]);
  const alone = await ask(3);
  const together = await Promise.all([...Array.from({ length: 20 }, (_, n) => ask(n)), ask(3, 1), ask(99)]);
  const plain = together.map((rows) => rows.map((row) => ({ ...(row as { name: string; value: string }) })));
  expect(plain.slice(0, 20).map((rows) => rows.map(({ name }) => name))).toEqual(
    Array.from({ length: 20 }, (_, n) => [40, 20, 0].map((more) => `alike${n}-${n + more}`)),
  );
  expect(plain[3]).toEqual(alone.map((row) => expect.objectContaining(row)));
  expect(plain[20]?.map(({ value }) => value)).toEqual(['值43']);
  expect(plain[21]).toEqual([]);
  expect(JSON.parse(JSON.stringify(together[3]))).toEqual(alone);
});

test('a statement that fails is told to all who asked with it', async () => {
  const wrong = () => selectAlike('SELECT nothing FROM settings WHERE name = ?', ['x']).catch(() => 'failed');
  expect(await Promise.all([wrong(), wrong()])).toEqual(['failed', 'failed']);
});
