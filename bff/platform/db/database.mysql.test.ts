import { z } from 'zod';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Transaction } from 'sequelize';
import { useDatabase } from '../../test/database.ts';
import { eventually } from '../../test/eventually.ts';
import { database, isLostLock, select, transaction } from './database.ts';
import { isOutage } from './outage.ts';
import { anyRow } from '../../test/any-row.ts';

useDatabase();

beforeAll(async () => {
  await database.sequelize.query('CREATE TABLE notes (id INT PRIMARY KEY, n INT NOT NULL) ENGINE=InnoDB');
  await database.sequelize.query('INSERT INTO notes (id, n) VALUES (1, 0), (2, 0)');
});

const raise = (id: number, t: Transaction) =>
  database.sequelize.query('UPDATE notes SET n = n + 1 WHERE id = ?', { replacements: [id], transaction: t });

/** Two pieces of work that each hold what the other needs next, on their first attempt. */
function crossed(): [(t: Transaction) => Promise<void>, (t: Transaction) => Promise<void>] {
  let arrived = 0;
  let open = (): void => undefined;
  const bothHold = new Promise<void>((resolve) => (open = resolve));
  const work = (first: number, second: number) => async (t: Transaction) => {
    await raise(first, t);
    if (++arrived === 2) open();
    await bothHold;
    await raise(second, t);
  };
  return [work(1, 2), work(2, 1)];
}

test('a deadlock is met by trying again', async () => {
  await Promise.all(crossed().map((work) => transaction(work)));
  expect(await select(anyRow, 'SELECT n FROM notes ORDER BY id', [])).toEqual([{ n: 2 }, { n: 2 }]);
});

test('control: without trying again one of the two is lost', async () => {
  const outcomes = await Promise.allSettled(crossed().map((work) => database.sequelize.transaction(work)));
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(lost).toHaveLength(1);
  expect(isLostLock(lost[0]?.reason)).toBe(true);
});

test('transactions read what others have committed meanwhile', async () => {
  const n = async (t: Transaction) =>
    (await select(z.strictObject({ n: z.int() }), 'SELECT n FROM notes WHERE id = 1', [], t))[0]?.n ?? -1;
  await transaction(async (t) => {
    const before = await n(t);
    await database.sequelize.query('UPDATE notes SET n = n + 1 WHERE id = 1');
    expect(await n(t)).toBe(before + 1);
  });
});

describe('a connection or a query that is killed', () => {
  const reasonOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );
  /** Kills whoever sleeps until the answer is there: the list still names one that was killed a moment ago. */
  const killUntilAnswered = async (asked: Promise<unknown>, how: 'KILL' | 'KILL QUERY') => {
    let answered = false;
    void asked.then(() => (answered = true));
    await eventually(async () => {
      const sleepers = await select(
        z.strictObject({ id: z.int() }),
        "SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP%' AND db = DATABASE()",
        [],
      );
      for (const { id } of sleepers) await database.sequelize.query(`${how} ${id}`);
      expect(answered).toBe(true);
    });
  };

  test.each(['KILL', 'KILL QUERY'] as const)(
    '%s is an outage, of each kind of query, and no lost lock',
    async (how) => {
      const kinds = [
        () => select(anyRow, 'SELECT SLEEP(60) AS slept', []),
        () => database.sequelize.query('SELECT SLEEP(60) AS slept'),
        () => transaction((t) => select(anyRow, 'SELECT SLEEP(60) AS slept', [], t)),
        () => transaction((t) => database.sequelize.query('SELECT SLEEP(60) AS slept', { transaction: t })),
      ];
      for (const ask of kinds) {
        const asked = reasonOf(ask());
        await killUntilAnswered(asked, how);
        const error = await asked;
        expect([isOutage(error), isLostLock(error)]).toEqual([true, false]);
      }
    },
  );

  test('control: what is wrong with the query itself is no outage', async () => {
    expect(isOutage(await reasonOf(select(anyRow, 'SELECT nothing FROM nowhere', [])))).toBe(false);
    expect(isOutage(await reasonOf(database.sequelize.query('SELECT nothing FROM nowhere')))).toBe(false);
  });
});
