import { describe, expect, test } from '@jest/globals';
import { UniqueConstraintError } from 'sequelize';
import { Counter, makeCounter, useCounters } from '../../test/counters.ts';
import { transaction, write } from './database.ts';
import { createRow, updateRow } from './prepared.ts';

useCounters();

test('a row that is written by a prepared statement is what a model would have written', async () => {
  const made = await transaction((t) =>
    createRow(Counter, { code: '𠮷', shownName: '𠮷', total: 1_790_000_000_123 }, t),
  );
  const read = await Counter.findByPk(made.id, { rejectOnEmpty: true });
  expect(read.get()).toEqual(made.get());
  await made.update({ total: 2 });
  expect((await read.reload()).total).toBe(2);
  // A key that collides is told as models tell it, and takes everything back.
  const twice = transaction(async (t) => {
    await createRow(Counter, { code: 'z', shownName: 'z', total: 1 }, t);
    await createRow(Counter, { code: '𠮷', shownName: '', total: 1 }, t);
  });
  await expect(twice).rejects.toBeInstanceOf(UniqueConstraintError);
  expect(await Counter.count()).toBe(1);
});

test('a row that is changed by a prepared statement says so itself, and nothing else of it is written', async () => {
  const { id } = await makeCounter('a');
  const row = await Counter.findByPk(id, { rejectOnEmpty: true });
  await Counter.update({ total: 7 }, { where: { id } });
  const changed = await transaction((t) => updateRow(row, { shownName: '𠮷' }, t));
  expect(changed.shownName).toBe('𠮷');
  expect(await Counter.findByPk(id)).toMatchObject({ code: 'a', shownName: '𠮷', total: 7 });
});

describe('write', () => {
  const UP = 'UPDATE counters SET total = total + ?, shown_name = ? WHERE code = ? AND total = ?';

  test('says how many rows it changed, again and again, with every kind of value', async () => {
    const { id } = await makeCounter('a');
    expect((await write(UP, [5, '', 'a', 0])).changed).toBe(1);
    expect((await write(UP, [5, '律师 𠮷', 'a', 5])).changed).toBe(1);
    // What somebody else has changed meanwhile is found no more.
    expect((await write(UP, [5, '', 'a', 5])).changed).toBe(0);
    expect(await Counter.findByPk(id)).toMatchObject({ total: 10, shownName: '律师 𠮷' });
  });

  test('is taken back with its transaction', async () => {
    await makeCounter('a');
    const failing = transaction(async (t) => {
      expect((await write(UP, [5, '', 'a', 0], t)).changed).toBe(1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await write(UP, [1, '', 'a', 0])).changed).toBe(1);
  });

  test('200 at once: none is lost', async () => {
    await makeCounter('a');
    const one = () => write('UPDATE counters SET total = total + 1 WHERE code = ?', ['a']);
    await Promise.all(Array.from({ length: 200 }, one));
    expect(await Counter.findOne({ where: { code: 'a' } })).toMatchObject({ total: 200 });
  });
});
