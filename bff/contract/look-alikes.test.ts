import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAlikesIn, lookAlikesInName, readsLike } from './look-alikes.ts';

const COMMON = readFileSync(join(import.meta.dirname, '../platform/pdf/fixtures/gb8105.txt'), 'utf8').trim();
const characters = (text: string) => lookAlikesIn(text).map(({ character }) => character);

test('no character of 通用规范汉字表 is a look-alike; in names two are', () => {
  expect(characters(COMMON)).toEqual([]);
  expect(lookAlikesInName(COMMON).map(({ character }) => character)).toEqual(['已', '曰']);
});

test.each([
  ['亊', '事'],
  ['𠮷', '吉'],
  ['囯', '国'],
  ['証', '证'],
  ['巿', '市'],
  ['а', 'a'],
  ['Ο', 'O'],
  ['Ｔ', 'T'],
  ['⼈', '人'],
  ['𝐀', 'A'],
])('%s is taken for %s', (character, usual) => {
  expect(lookAlikesIn(`江海${character}`)).toEqual([{ character, usual }]);
});

test.each(['𡃁', '𪚥', '陳', '會', 'é', 'ü', '〇', '（', '·', 'ł'])('%s is what it is', (character) => {
  expect(lookAlikesIn(character)).toEqual([]);
});

test('what a text reads like', () => {
  expect(readsLike('特-此 証明，夲會')).toBe('特此证明本会');
  expect(readsLike('Ｃertifу')).toBe('certify');
});
