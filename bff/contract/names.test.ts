import { describe, expect, test } from '@jest/globals';
import { toPlainName, unusableInName } from './names.ts';

describe('a name is kept as it is read, whoever types it', () => {
  test.each([
    ['radicals of dictionaries', '⻢⼩明', '马小明'],
    ['a compatibility ideograph', '\uF9D1翔', '六翔'],
    ['one outside the basic plane', '\u{2F804}明', '你明'],
    ['full-width letters', 'ＬＩＮ', 'LIN'],
    ['accents typed apart', 'Jose\u0301', 'José'],
    ['a bullet', '买买提•艾力', '买买提·艾力'],
    ['a middle dot of Japanese', '买买提・艾力', '买买提·艾力'],
    ['a full-width point', '买买提．艾力', '买买提·艾力'],
    ['a point', '买买提.艾力', '买买提·艾力'],
    ['blanks round the dot', '买买提 · 艾力', '买买提·艾力'],
    ['an ideographic blank', '江\u3000山', '江山'],
    ['blanks between all characters', '欧 阳 修', '欧阳修'],
    ['blanks at the ends', ' 林致远 ', '林致远'],
    ['several blanks between words', 'LIN   Zhiyuan', 'LIN Zhiyuan'],
    ['a point in a Latin name', 'John F. Kennedy', 'John F. Kennedy'],
    ['what is right already', '买买提·艾力', '买买提·艾力'],
    ['a rare character', '𠮷田', '𠮷田'],
    ['a traditional one', '劉偉', '劉偉'],
  ])('%s', (_what, typed, kept) => {
    expect(toPlainName(typed)).toBe(kept);
    expect(toPlainName(kept)).toBe(kept);
    expect(unusableInName(kept)).toBeNull();
  });

  test.each([
    ['林\uE000远', '「\uE000」U+E000'],
    ['⺀明', '「⺀」U+2E80'],
    ['\u{F0000}', '「\u{F0000}」U+F0000'],
  ])('what no document can be printed with is named: %s', (typed, named) => {
    expect(unusableInName(toPlainName(typed))).toBe(named);
  });
});
