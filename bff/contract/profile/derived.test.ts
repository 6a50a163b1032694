import { expect, test } from '@jest/globals';
import { derivedWords } from './derived.ts';

const sections: Parameters<typeof derivedWords>[1] = [
  {
    key: 'education',
    rows: [
      { id: 'a', values: { level: '21', degree: '4' } },
      { id: 'b', values: { level: '14', degree: '3' } },
      // Not finished, and a title of honour: neither counts.
      { id: 'c', values: { level: '11', degree: '2', ongoing: true } },
      { id: 'd', values: { level: '21', degree: '1' } },
    ],
  },
  {
    key: 'languages',
    rows: [
      { id: 'e', values: { language: 'eng', level: '2' } },
      { id: 'f', values: { level: '1' } },
    ],
  },
];

test.each([
  ['education', '硕士研究生'],
  ['degree', '硕士'],
  ['languages', '英语（熟练）'],
  ['practiceStart', ''],
])('%s follows from what was entered elsewhere', (key, words) => {
  expect(derivedWords(key, sections)).toBe(words);
});

test('nothing follows from nothing', () => {
  expect(derivedWords('degree', [])).toBe('');
});
