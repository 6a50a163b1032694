import { describe, expect, test } from '@jest/globals';
import { HIDDEN } from '../test/naughty-strings.ts';
import { hiddenCharacter, hiddenFaults } from './hidden-characters.ts';

const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

test.each(HIDDEN.map((character): [string, string] => [codeOf(character), character]))(
  'U+%s is found, wherever it stands',
  (code, character) => {
    for (const text of [character, `张${character}三`, `${character}张三`, `张三${character}`]) {
      expect(hiddenCharacter(text, 'lines')).toContain(`U+${code}`);
    }
  },
);

describe('what people type stays', () => {
  test.each([
    '张三　（主任）',
    'José O’Brien',
    'Nguyễn',
    '𠮷野家𡃁𪚥',
    '谢谢❤️',
    '☎️ 1️⃣',
    '第1️⃣页',
    'مرحبا',
    'हिन्दी',
    'a\u00A0b',
  ])('%s', (text) => expect(hiddenCharacter(text, 'one-line')).toBeNull());

  test('lines and tabs where there may be several', () => {
    expect(hiddenCharacter('第一行\r\n\t第二行', 'lines')).toBeNull();
    expect(hiddenCharacter('第一行\n第二行', 'one-line')).toBe('第4个字，U+000A');
  });
});

test('the place is counted as people count, and every field is named', () => {
  expect(hiddenCharacter('𠮷𡃁\u200B', 'lines')).toBe('第3个字，U+200B');
  expect(hiddenFaults({ purpose: '投标', paper: { address: '书院\u3164街' }, list: ['a', '\u200Bb'], n: 1 })).toEqual({
    'paper.address': '此项含有无法使用的字符（第3个字，U+3164），请删除后重新输入',
    'list.1': '此项含有无法使用的字符（第1个字，U+200B），请删除后重新输入',
  });
});
