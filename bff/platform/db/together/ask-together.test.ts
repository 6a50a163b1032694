import { expect, test } from '@jest/globals';
import { askTogether } from './ask-together.ts';

/** A table whose reads are held until they are let through. */
function table() {
  const statements: number[][] = [];
  const held: (() => void)[] = [];
  const rows = new Map<number, string>();
  const ask = askTogether<number, { id: number; word: string | undefined }>(
    async (ids) => {
      statements.push([...ids]);
      await new Promise<void>((open) => held.push(open));
      return ids.filter((id) => id > 0).map((id) => ({ id, word: rows.get(id) }));
    },
    ({ id }) => id,
  );
  return { statements, rows, ask, letThrough: () => held.shift()?.() };
}
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('who asks in the same turn is read by one statement, and each gets their own', async () => {
  const { statements, rows, ask, letThrough } = table();
  rows.set(1, 'one').set(2, 'two');
  const asked = Promise.all([ask(1), ask(2), ask(1), ask(0)]);
  await nextTurn();
  letThrough();
  const one = [{ id: 1, word: 'one' }];
  expect(await asked).toEqual([one, [{ id: 2, word: 'two' }], one, []]);
  expect(statements).toEqual([[1, 2, 0]]);
});

test('who comes while statements are under way is read by a new one, which sees what was written meanwhile', async () => {
  const { statements, rows, ask, letThrough } = table();
  rows.set(1, 'before');
  const [first, second] = [ask(1), nextTurn().then(() => ask(1))];
  await nextTurn();
  await nextTurn();
  const late = [ask(1), ask(2)];
  await nextTurn();
  expect(statements).toEqual([[1], [1]]);
  letThrough();
  await first;
  rows.set(1, 'after');
  await nextTurn();
  expect(statements).toEqual([[1], [1], [1, 2]]);
  letThrough();
  letThrough();
  await second;
  expect((await Promise.all(late)).map(([row]) => row?.word)).toEqual(['after', undefined]);
});

test('statements that do not come back hold up nobody who asks after them', async () => {
  let statements = 0;
  const ask = askTogether<number, number>(
    (ids) => (++statements > 2 ? Promise.resolve([...ids]) : new Promise(() => undefined)),
    (id) => id,
  );
  void ask(1);
  await nextTurn();
  void ask(2);
  await nextTurn();
  expect(await Promise.all([ask(3), ask(4)])).toEqual([[3], [4]]);
  expect(statements).toBe(3);
});

test('of many the rest is read at once as well, up to so many statements', async () => {
  const { statements, ask, letThrough } = table();
  const all = Promise.all(Array.from({ length: 130 }, (_, id) => ask(id)));
  await nextTurn();
  expect(statements.map((ids) => ids.length)).toEqual([64, 64]);
  for (let n = 0; n < 3; n++) {
    letThrough();
    await nextTurn();
    await nextTurn();
  }
  expect((await all).flat()).toHaveLength(129);
  expect(statements.map((ids) => ids.length)).toEqual([64, 64, 2]);
});

test('a fault is told to whoever asked with it, and to nobody after them', async () => {
  let isAway = true;
  const ask = askTogether<number, number>(
    async (ids) => {
      if (isAway) throw new Error('away');
      return [...ids];
    },
    (id) => id,
  );
  const both = [ask(1), ask(2)].map((answer) => answer.catch((fault: Error) => fault.message));
  expect(await Promise.all(both)).toEqual(['away', 'away']);
  isAway = false;
  expect(await ask(1)).toEqual([1]);
});
