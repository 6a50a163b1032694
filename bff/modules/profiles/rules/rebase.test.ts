import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { profileSection, SECTION_KEYS } from '../../../contract/profile/profile.ts';
import { classOf, splitChange } from './change-classes.ts';
import { isSameRows, rebase } from './rebase.ts';

const row = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3'),
  values: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3')),
});
const rows = fc.uniqueArray(row, { selector: ({ id }) => id });
const find = (all: readonly Row[], id: string) => all.find((one) => one.id === id);

describe('re-basing', () => {
  test('what nobody else changed comes out as it is wanted', () => {
    fc.assert(
      fc.property(rows, rows, (base, wanted) => {
        const merged = rebase({ base, present: base, wanted });
        expect(merged.conflicts).toEqual([]);
        expect(isSameRows(merged.rows, wanted)).toBe(true);
      }),
    );
  });

  test('never drops a change of the other side: it is in force, or a conflict', () => {
    fc.assert(
      fc.property(rows, rows, rows, (base, present, wanted) => {
        const { rows: merged, conflicts } = rebase({ base, present, wanted });
        for (const theirs of present) {
          const was = find(base, theirs.id);
          const got = find(merged, theirs.id);
          for (const [key, value] of Object.entries(theirs.values)) {
            if (was?.values[key] === value) continue;
            // Without a decision about the conflict, what is in force stays.
            expect(got?.values[key]).toBe(value);
          }
        }
        for (const gone of base.filter(({ id }) => !find(present, id))) {
          if (find(merged, gone.id)) throw new Error(`${gone.id} is back, conflicts: ${conflicts.join()}`);
        }
      }),
    );
  });

  test('never applies silently what both changed differently', () => {
    fc.assert(
      fc.property(rows, rows, rows, (base, present, wanted) => {
        const { conflicts } = rebase({ base, present, wanted });
        for (const mine of wanted) {
          const [was, now] = [find(base, mine.id), find(present, mine.id)];
          if (!was || !now) continue;
          for (const key of ['a', 'b', 'c']) {
            const [old, here, there] = [was.values[key], now.values[key], mine.values[key]];
            const isConflict = old !== here && old !== there && here !== there;
            expect(conflicts.includes(`${mine.id}.${key}`)).toBe(isConflict);
          }
        }
      }),
    );
  });

  test('settled by what is wanted, a conflict comes out as it is wanted', () => {
    const version = (a: string): Row[] => [{ id: 'r1', values: { a } }];
    const [base, present, wanted] = [version('1'), version('2'), version('3')];
    expect(rebase({ base, present, wanted }).rows).toEqual(present);
    expect(rebase({ base, present, wanted }, { 'r1.a': 'wanted' }).rows).toEqual(wanted);
    expect(rebase({ base, present: [], wanted }, { r1: 'wanted' })).toEqual({ rows: wanted, conflicts: ['r1'] });
    expect(rebase({ base, present: [], wanted })).toEqual({ rows: [], conflicts: ['r1'] });
  });
});

describe('classes of change', () => {
  const fields = SECTION_KEYS.flatMap((key) => {
    const section = profileSection(key);
    return section.fields.map((field) => [key, field.key, classOf(section, field)] as const);
  });

  test.each(fields)('%s %s (%s): only what is free changes at once', (key, field, kind) => {
    const section = profileSection(key);
    const present = [{ id: 'r', values: { [field]: '1' } }];
    const { free, refused } = splitChange(section, present, [{ id: 'r', values: { [field]: '2' } }]);
    expect(free[0]?.values[field]).toBe(kind === 'free' ? '2' : '1');
    expect(Object.keys(refused)).toEqual(kind === 'ticket' || kind === 'fixed' ? [`r.${field}`] : []);
  });

  test('nothing that a certificate prints is changed by a 变更单: the registry holds it, and a ticket changes it', () => {
    const printed = ['name', 'licenceNo', 'firm', 'category', 'identity', 'latinName'];
    const basic = profileSection('basic');
    for (const key of printed) {
      const field = basic.fields.find((one) => one.key === key);
      expect([key, field?.from]).toEqual([key, 'registry']);
      expect([key, field && classOf(basic, field)]).toEqual([key, 'ticket']);
    }
  });
});
