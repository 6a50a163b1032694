import { describe, expect, test } from '@jest/globals';
import { line, optionalName, paragraph, printed, properName, requiredLine } from './fields.ts';
import { confirmLatinName } from './records/schemas.ts';
import { lawyerInput } from './registry/schemas.ts';
import { strangeInName, toPlainName, unusableInName } from './names.ts';
import { comparedName, comparedWords, withoutUnseen } from './plain-characters.ts';

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
    ...[...'﹒︒⸱ꞏ˙∘●。｡ᐧ⋄゠'].map((dot) => [`the dot ${dot}`, `买买提${dot}艾力`, '买买提·艾力'] as const),
    ['a ligature', 'ﬁona', 'fiona'],
    ['a Roman numeral in one', '江海Ⅳ所', '江海IV所'],
    ['half-width kana', 'ｱﾀﾞﾁ', 'アダチ'],
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
    expect([unusableInName(kept), strangeInName(kept)]).toEqual([null, null]);
  });

  test.each([
    ['林\uE000远', '「\uE000」U+E000'],
    ['⺀明', '「⺀」U+2E80'],
    ['\u{F0000}', '「\u{F0000}」U+F0000'],
    ['⿰明', '「⿰」U+2FF0'],
    ['王㇀', '「㇀」U+31C0'],
  ])('what no document can be printed with is named: %s', (typed, named) => {
    expect(unusableInName(toPlainName(typed))).toBe(named);
  });
});

describe('what is no name is refused, and says what to do', () => {
  test.each(['=1+1', '+86', '-5', '@SUM(A1)', '＝1+1'])('%s', (typed) => {
    const { error } = properName('姓名', 50).safeParse(typed);
    expect(error?.issues.map(({ message }) => message)).toEqual([
      `姓名不能以“${toPlainName(typed).slice(0, 1)}”开头，请删去后重新填写`,
    ]);
  });
  test.each(['2', '１２', '·', '...', '44010619900101'])('%s has no letter', (typed) => {
    const { error } = properName('姓名', 50).safeParse(typed);
    expect(error?.issues.map(({ message }) => message)).toEqual(['姓名应含有汉字或字母']);
  });

  test.each([
    ['王😀明', '「😀」U+1F600'],
    ['王?明', '「?」U+003F'],
    ['王？明', '「?」U+003F'],
    ['王<b>', '「<」U+003C'],
    ['王㈱', '「㈱」U+3231'],
    ['㍿明', '「㍿」U+337F'],
    ['①明', '「①」U+2460'],
    ['王☎', '「☎」U+260E'],
    ['买买提◇艾力', '「◇」U+25C7'],
    ['买买提〜艾力', '「〜」U+301C'],
    ['王🀀', '「🀀」U+1F000'],
    ['王\u0336明', '「\u0336」U+0336'],
    ['김철수', '「김」U+AE40'],
    ['王\u{10101}明', '「\u{10101}」U+10101'],
    ['王→明', '「→」U+2192'],
    ['王\u{3FFF0}', '「\u{3FFF0}」U+3FFF0'],
  ])('%s names what does not belong there', (typed, named) => {
    const { error } = properName('姓名', 50).safeParse(typed);
    expect(error?.issues[0]?.message).toBe(`姓名含有姓名中没有的字符 ${named}，请删去或改用普通的字`);
  });
  test.each([
    '龙門律師楼',
    '買買提·艾力',
    '〇明',
    '王々',
    '𠮷田',
    '㐂田',
    "O'Neil",
    '江海（深圳）律师事务所',
    'Müller & Partner',
  ])('%s is a name', (typed) => expect(properName('名称', 50).safeParse(typed).success).toBe(true));

  test('nothing, where there may be none, is nothing', () => {
    expect(optionalName('外省机构名称', 100).parse(' ')).toBe('');
    expect(properName('姓名', 50).safeParse('\u3000').success).toBe(false);
  });
});

test('words of any field are kept in the characters that they show; blanks and punctuation as they were typed', () => {
  const typed = '⻢⼩明（Jose\u0301），买买提•艾力　等';
  expect(line('备注', 50).parse(typed)).toBe('马小明（José），买买提•艾力　等');
  expect(paragraph('说明', 50).parse(`${typed}\n⻋`)).toBe('马小明（José），买买提•艾力　等\n车');
});

test.each([
  ['王\uE000路', '第2个字，U+E000'],
  ['\u{F0001}', '第1个字，U+F0001'],
  ['路\u{10FFFD}', '第2个字，U+10FFFD'],
])('a character of private use is refused in every text: %s', (typed, place) => {
  const message = `备注含有自造字（${place}），无法显示和打印，请改用通用字`;
  for (const schema of [line('备注', 50), paragraph('备注', 50), requiredLine('备注', 50)]) {
    const issues = schema.safeParse(typed).error?.issues ?? [];
    expect([...new Set(issues.map((issue) => issue.message))]).toEqual([message]);
  }
});

test('pictures are refused where letters print the words, and may stand elsewhere', () => {
  const purpose = printed('用途', line('用途', 50));
  expect(purpose.safeParse('投标😀，👍🏽').error?.issues[0]?.message).toBe('以下文字无法打印：用途中的😀👍🏽，请删去');
  expect(purpose.safeParse('投标🀀𝄞').error?.issues[0]?.message).toBe('以下文字无法打印：用途中的🀀𝄞，请删去');
  expect(purpose.parse('投标 2026-1 #3*')).toBe('投标 2026-1 #3*');
  expect(line('备注', 50).parse('谢谢😀')).toBe('谢谢😀');
});

test('a name at hand is found however it is typed', () => {
  for (const typed of ['江 山', '江　山', '江山']) expect(comparedName(typed)).toBe(comparedName('江山'));
  for (const dot of '·•．‧・∙.') expect(comparedName(`买买提${dot}艾力`)).toBe(comparedName('买买提·艾力'));
  expect(comparedName('⻢⼩明')).toBe('马小明');
  expect(comparedName('ＬＩＮ Zhiyuan')).toBe('linzhiyuan');
  expect(comparedWords('Ｐ2Ｐ 平台')).toBe(comparedWords('p2p平台'));
});

test('what nobody sees in a name at hand is not compared; where it is entered, it is refused and named', () => {
  const unseen = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code));
  const ignorable = unseen.filter((character) => /\p{Default_Ignorable_Code_Point}/u.test(character));
  expect(ignorable.filter((character) => withoutUnseen(character) !== '')).toEqual([]);
  expect(unseen.filter((character) => withoutUnseen(character) === '' && !ignorable.includes(character))).toEqual([]);
  for (const character of ['\u200B', '\u3164', '\uFEFF', '\u202D', '\u2060', '\uFFA0']) {
    expect(comparedName(`江${character}山`)).toBe('江山');
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    expect(properName('姓名', 50).safeParse(`江${character}山`).error?.issues[0]?.message).toBe(
      `姓名含有无法使用的字符（第2个字，U+${code}），请删除后重新输入`,
    );
  }
});

test.each(['LIN 😀', '林知远', 'LIN\u{1F000}', '=LIN'])(
  '%s is no name in Latin letters, by whatever way it comes',
  (typed) => {
    for (const schema of [lawyerInput.shape.latinName, confirmLatinName.shape.latinName]) {
      expect(schema.safeParse(typed).error?.issues[0]?.message).toContain('外文姓名只能使用拉丁字母');
      expect(schema.parse('ＬＩＮ  Zhi’yuan')).toBe("LIN Zhi'yuan");
    }
  },
);
