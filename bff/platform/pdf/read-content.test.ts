import { expect, test } from '@jest/globals';
import { readContent, type Token } from './read-content.ts';

const read = (content: string) => {
  const found: [string, Token[]][] = [];
  readContent(Buffer.from(content, 'latin1'), (operator, operands) => found.push([operator, operands]));
  return found;
};

test('numbers are what their text says, to the last bit; what is none is none', () => {
  const numbers = ['0', '-0.5', '+7', '.25', '12.', '352.0156', '-1627939.4077207', '123456789012345678.5', '0.1'];
  expect(read(`${numbers.join(' ')} re`)).toEqual([['re', numbers.map(Number)]]);
  expect(read('. - 1-2 re')).toEqual([['re', [NaN, NaN, NaN]]]);
});

test('strings with and without escapes, in brackets of either kind, and names', () => {
  expect(read('/F1 9 Tf (a\\)b\\050\\n) Tj [(cd) -20 <0aF1>] TJ')).toEqual([
    ['Tf', ['/F1', 9]],
    ['Tj', [Buffer.from('a)b(\n')]],
    ['TJ', [Buffer.from('cd'), -20, Buffer.of(0x0a, 0xf1)]],
  ]);
});
