import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Value } from '../forms/language.ts';
import { profileSection } from '../profile/profile.ts';
import { applyDifference, differenceOf } from './difference.ts';
import type { Row } from './fields.ts';

const section = profileSection('education');
const keys = section.fields.map(({ key }) => key);
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
);
const row = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
  variant: fc.constantFrom('domestic', 'overseas'),
  values: fc.dictionary(fc.constantFrom(...keys.slice(0, 6), 'retired'), value),
});
const rows = fc.uniqueArray(row, { selector: ({ id }) => id });

const plain = (all: readonly Row[]) =>
  [...all]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, variant, values }) => ({ id, variant, values: { ...values } }));

test('a difference leads from the one to the other, whatever they say', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      expect(plain(applyDifference(before, differenceOf(section, before, after)))).toEqual(plain(after));
    }),
  );
});

test('rows are compared by their id: another order is no difference', () => {
  fc.assert(
    fc.property(rows, (all) => {
      expect(differenceOf(section, all, [...all].reverse()).map(({ kind }) => kind)).toEqual(all.map(() => 'same'));
    }),
  );
});

test('says what was added, taken away and changed, field by field', () => {
  const before: Row[] = [
    { id: 'a', variant: 'domestic', values: { school: '江海大学', college: '法学院' } },
    { id: 'b', values: { school: '临川大学' } },
  ];
  const after: Row[] = [
    { id: 'a', variant: 'domestic', values: { school: '江海师范大学', major: '法学' } },
    { id: 'c', values: { school: '滨州大学' } },
  ];
  const found = differenceOf(section, before, after).map(({ id, kind, fields }) => [
    id,
    kind,
    fields.map((one) => [one.field.key, one.kind]),
  ]);
  expect(found).toEqual([
    [
      'a',
      'changed',
      [
        ['school', 'changed'],
        ['college', 'removed'],
        ['major', 'added'],
      ],
    ],
    ['c', 'added', [['school', 'added']]],
    ['b', 'removed', [['school', 'removed']]],
  ]);
});
