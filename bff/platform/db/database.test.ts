import { z } from 'zod';
import { describe, expect, test } from '@jest/globals';
import { Counter, makeCounter, useCounters } from '../../test/counters.ts';
import { isLostLock, select, selectMany, selectTogether, transaction } from './database.ts';
import { createRow } from './prepared.ts';
import { whenWritten } from './models.ts';
import { anyRow } from '../../test/any-row.ts';

useCounters();

const makeHot = (code: string) =>
  transaction((t) => createRow(Counter, { code, shownName: code, total: 1_790_000_000_123 }, t));

describe('models', () => {
  test('declared fields are columns: not hidden by class fields, whole numbers come back as numbers', async () => {
    const made = await makeCounter('a');
    const read = await Counter.findOne({ where: { code: 'a' }, rejectOnEmpty: true });
    expect(read.code).toBe('a');
    expect(read.shownName).toBe('a');
    expect(read.id).toBe(made.id);
    expect(typeof read.id).toBe('number');
    await read.update({ total: 1_790_000_000_123 });
    expect((await Counter.findByPk(made.id, { rejectOnEmpty: true })).total).toBe(1_790_000_000_123);
  });

  test('whoever remembers rows of a table hears of every way in which models write to it', async () => {
    let heard = 0;
    whenWritten(['counters'], () => void heard++);
    const heardOf = async (write: () => Promise<unknown>) => {
      const before = heard;
      await write();
      return heard - before;
    };
    const row = { code: 'b', shownName: 'b', total: 1 };
    const made = await makeCounter('a');
    expect(await heardOf(() => makeCounter('c'))).toBe(1);
    expect(await heardOf(() => makeHot('h'))).toBe(1);
    expect(await heardOf(() => made.update({ total: 2 }))).toBe(1);
    expect(await heardOf(() => Counter.upsert({ ...row, total: 2 }))).toBe(1);
    expect(await heardOf(() => Counter.bulkCreate([{ ...row, code: 'd' }]))).toBe(1);
    expect(await heardOf(() => Counter.update({ total: 3 }, { where: { code: 'a' } }))).toBe(1);
    expect(await heardOf(() => made.destroy())).toBe(1);
    expect(await heardOf(() => Counter.destroy({ where: { code: 'b' } }))).toBe(1);
    // Of what is taken back, nothing.
    const takenBack = async () => {
      const act = transaction(async (t) => {
        await Counter.upsert({ ...row, code: 'e' }, { transaction: t });
        throw new Error('taken back');
      });
      await expect(act).rejects.toThrow('taken back');
    };
    expect(await heardOf(takenBack)).toBe(0);
  });

  test('identifiers tell 𠮷 from 𡃁 and a from A', async () => {
    for (const code of ['𠮷', '𡃁', 'a', 'A']) await makeCounter(code);
    const rows = await select(z.strictObject({ code: z.string() }), 'SELECT code FROM counters WHERE code = ?', ['𡃁']);
    expect(rows).toEqual([{ code: '𡃁' }]);
  });

  test('words for people tell 𠮷 from 𡃁 but not a from A', async () => {
    await makeCounter('𠮷');
    await makeCounter('abc');
    expect(await select(anyRow, 'SELECT id FROM counters WHERE shown_name = ?', ['𡃁'])).toEqual([]);
    expect(await select(anyRow, 'SELECT id FROM counters WHERE shown_name = ?', ['ABC'])).toHaveLength(1);
  });

  test('a value too long for its column is refused, counted in characters', async () => {
    await makeCounter('𠮷'.repeat(40));
    await expect(makeCounter('𠮷'.repeat(41))).rejects.toThrow();
  });
});

describe('transaction', () => {
  test('200 at once: each reads what the one before wrote, none is lost', async () => {
    const { id: one } = await makeCounter('one');
    await Promise.all(
      Array.from({ length: 200 }, () =>
        transaction(async (t) => {
          const row = await Counter.findByPk(one, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
          await row.update({ total: row.total + 1 }, { transaction: t });
        }),
      ),
    );
    expect((await Counter.findByPk(one, { rejectOnEmpty: true })).total).toBe(200);
  });

  test('writes outside a transaction and reads go on beside them', async () => {
    await makeCounter('busy');
    const transactions = Array.from({ length: 50 }, (_, n) =>
      transaction(
        async (t) => void (await Counter.create({ code: `t${n}`, shownName: '', total: 0 }, { transaction: t })),
      ),
    );
    const writes = Array.from({ length: 50 }, (_, n) => makeCounter(`w${n}`));
    const reads = Array.from({ length: 50 }, () => select(anyRow, 'SELECT id FROM counters WHERE code = ?', ['busy']));
    const [, , found] = await Promise.all([Promise.all(transactions), Promise.all(writes), Promise.all(reads)]);
    expect(found.every((rows) => rows.length === 1)).toBe(true);
    expect(await Counter.count()).toBe(101);
  });

  test('what threw leaves nothing, and the next one can go', async () => {
    const failed = transaction(async (t) => {
      await Counter.create({ code: 'gone', shownName: '', total: 0 }, { transaction: t });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await Counter.count()).toBe(0);
    await transaction(async (t) => void (await Counter.count({ transaction: t })));
  });

  test('a lost lock is tried again, with the writes of the first attempt undone', async () => {
    let attempts = 0;
    await transaction(async (t) => {
      attempts += 1;
      await Counter.create({ code: `attempt${attempts}`, shownName: '', total: 0 }, { transaction: t });
      if (attempts < 3) throw Object.assign(new Error('deadlock'), { code: 'ER_LOCK_DEADLOCK' });
    });
    expect((await Counter.findAll()).map((row) => row.code)).toEqual(['attempt3']);
  });

  test('is tried a bounded number of times', async () => {
    let attempts = 0;
    const hopeless = transaction(async () => {
      attempts += 1;
      throw Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' });
    });
    await expect(hopeless).rejects.toThrow('busy');
    expect(attempts).toBe(6);
  });

  test('two that lock the same rows in opposite order both succeed', async () => {
    const [a, b] = [await makeCounter('a'), await makeCounter('b')];
    const addToBoth = (first: number, second: number) =>
      transaction(async (t) => {
        for (const row of [first, second]) await Counter.increment('total', { where: { id: row }, transaction: t });
      });
    await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? addToBoth(a.id, b.id) : addToBoth(b.id, a.id))));
    expect((await Counter.findAll()).map((row) => row.total)).toEqual([10, 10]);
  });

  test('inside another one is refused at once instead of waiting for itself', async () => {
    await expect(transaction(() => transaction(async () => undefined))).rejects.toThrow('pass its t on');
  });

  test('work that began in a transaction may open its own once that one is over', async () => {
    let later: Promise<number> | undefined;
    await transaction(async (t) => t.afterCommit(() => void (later = transaction(async () => 1))));
    expect(await later).toBe(1);
  });

  test('only lost locks count as such', () => {
    expect(isLostLock('SQLITE_BUSY')).toBe(false);
    expect(isLostLock(null)).toBe(false);
    expect(isLostLock(Object.assign(new Error(), { code: 'ER_DUP_ENTRY' }))).toBe(false);
    expect(
      isLostLock(Object.assign(new Error(), { parent: Object.assign(new Error(), { code: 'SQLITE_BUSY' }) })),
    ).toBe(true);
  });
});

describe('select', () => {
  test('binds every kind of value, LIMIT too, and sums are numbers', async () => {
    for (const code of ['a', 'b', 'c']) await Counter.create({ code, shownName: '律师', total: 5 });
    const rows = await select(
      z.strictObject({ code: z.string(), total: z.int() }),
      'SELECT code, total FROM counters WHERE shown_name = ? AND total >= ? ORDER BY code LIMIT ? OFFSET ?',
      ['律师', 5, 2, 1],
    );
    expect(rows).toEqual([
      { code: 'b', total: 5 },
      { code: 'c', total: 5 },
    ]);
    expect(await select(anyRow, 'SELECT SUM(total) AS sum, COUNT(*) AS count FROM counters', [])).toEqual([
      { sum: 15, count: 3 },
    ]);
  });

  test('sees the writes of its transaction, others do not', async () => {
    await transaction(async (t) => {
      await Counter.create({ code: 'new', shownName: '', total: 0 }, { transaction: t });
      expect(await select(anyRow, 'SELECT id FROM counters', [], t)).toHaveLength(1);
      expect(await select(anyRow, 'SELECT id FROM counters', [])).toHaveLength(0);
    });
    expect(await select(anyRow, 'SELECT id FROM counters', [])).toHaveLength(1);
  });

  test('a value cannot become SQL', async () => {
    expect(await select(anyRow, 'SELECT id FROM counters WHERE code = ?', ["' OR 1=1 --"])).toEqual([]);
  });

  test('SQL that does not parse is an error each time', async () => {
    for (let n = 0; n < 2; n++) await expect(select(anyRow, 'SELECT nothing FROM nowhere', [])).rejects.toThrow();
  });
});

describe('selectMany', () => {
  const row = z.strictObject({ id: z.int(), code: z.string(), shownName: z.string().nullable(), total: z.int() });
  const COLUMNS = `id, code, CASE WHEN total = 0 THEN NULL ELSE shown_name END AS shownName, total`;
  const half = (than: string) => `SELECT ${COLUMNS} FROM counters WHERE total ${than} ?`;

  test('finds what select finds, in its order, whatever stands in it', async () => {
    const words = ['“引号"与\\反斜杠', '𠮷\n第二行\t', '', "it's", '\u0001\u2028', '律师'];
    // Written the other way round, so that no order but the one asked for comes out.
    for (const [at, shownName] of [...words.entries()].reverse()) {
      await Counter.create({ code: `c${at}`, shownName, total: at === 5 ? 0 : 1_790_000_000_123 + at });
    }
    for (const direction of ['ASC', 'DESC']) {
      const sql = `${half('<')} UNION ALL ${half('>=')} ORDER BY code ${direction}`;
      const plain = await select(row, sql, [1, 1]);
      expect(plain).toHaveLength(words.length);
      expect(await selectMany(row, sql, [1, 1])).toEqual(plain);
    }
    expect(await selectMany(row, `${half('>')} ORDER BY id`, [Number.MAX_SAFE_INTEGER])).toEqual([]);
  });

  test('sees the writes of its transaction', async () => {
    await transaction(async (t) => {
      await Counter.create({ code: 'new', shownName: '', total: 1 }, { transaction: t });
      expect(await selectMany(row, half('>'), [0], t)).toHaveLength(1);
      expect(await selectMany(row, half('>'), [0])).toHaveLength(0);
    });
  });

  test('several are read together, each with its own values and order', async () => {
    for (const [code, total] of Object.entries({ a: 1, b: 2, c: 3 }))
      await Counter.create({ code, shownName: '', total });
    const found = await selectTogether({
      few: { row, sql: `${half('>')} ORDER BY code DESC`, values: [1] },
      none: { row, sql: half('>'), values: [3] },
      codes: { row: row.pick({ code: true }), sql: 'SELECT code FROM counters WHERE total < ?', values: [2] },
    });
    expect(found.few.map(({ code }) => code)).toEqual(['c', 'b']);
    expect(found).toMatchObject({ none: [], codes: [{ code: 'a' }] });
  });

  test('a column that its SQL does not name is an error on both engines', async () => {
    await makeCounter('a');
    const more = row.extend({ shown: z.string() });
    await expect(selectMany(more, half('>='), [0])).rejects.toThrow();
  });
});
