import { expect, test } from '@jest/globals';
import { rowNumber } from './open-xml.ts';

test.each([
  ['8', 7, 8],
  ['9', 7, 9],
  ['', 7, 8],
  ['7', 7, 8],
  ['2', 7, 8],
  ['2.5', 1, 2],
  ['Infinity', 7, 8],
  ['99999999999999999999', 7, 8],
])('a row that calls itself %s behind row %d is row %d', (said, last, number) => {
  expect(rowNumber(said, last)).toBe(number);
});
