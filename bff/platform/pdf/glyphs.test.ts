import { expect, test } from '@jest/globals';
import { openSync } from 'fontkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { fontFiles } from './fonts.ts';
import { unprintableCharacters } from './glyphs.ts';

const gb8105 = readFileSync(join(root, 'bff/platform/pdf/fixtures/gb8105.txt'), 'utf8');

test('every character of 通用规范汉字表 can be printed', () => {
  expect([...gb8105]).toHaveLength(8105);
  expect(unprintableCharacters(gb8105)).toEqual([]);
});

test('letters, digits and the punctuation of names and addresses can be printed', () => {
  expect(unprintableCharacters('Zoë O’Neill-Łukasz 13201(2008)10/A，（）〔〕《》“”、·—… 〇')).toEqual([]);
});

test('what has no glyph is named once, by whole characters', () => {
  expect(unprintableCharacters('王𰻝😀𰻝明')).toEqual(['𰻝', '😀']);
});

test.each([
  ['private use', '\u{e000}'],
  ['private use plane', '\u{f0001}'],
  ['control', '\u{7}'],
  ['line break', '\n'],
  ['zero width space', '\u{200b}'],
  ['right-to-left override', '\u{202e}'],
  ['byte order mark', '\u{feff}'],
  ['lone surrogate', '\u{d842}'],
  ['variation selector', '\u{e0100}'],
  ['line separator', '\u{2028}'],
])('%s is never printable', (_, character) => {
  expect(unprintableCharacters(`王${character}`)).toEqual([character]);
});

test('regular and bold 宋 and 黑 of the letter have the same Chinese characters', () => {
  const han = (file: string) =>
    openSync(file)
      .characterSet.filter((code) => /\p{Script=Han}/u.test(String.fromCodePoint(code)))
      .sort((a, b) => a - b);
  expect(han(fontFiles.songBold)).toEqual(han(fontFiles.song));
});
