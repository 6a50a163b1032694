import { expect, test } from '@jest/globals';
import { rangeAt } from '../../../contract/statistics/quantile.ts';
import { figuresOf, type Counted } from './rules.ts';

const none: Counted = {
  came: 0,
  taken: 0,
  abandoned: 0,
  waited: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  silent: 0,
  ticketed: 0,
  good: 0,
  fair: 0,
  bad: 0,
};

test('half and nine of ten were taken in the range of the one in that place', () => {
  expect(rangeAt([0, 0, 0], 0.5)).toBe(-1);
  expect([rangeAt([1, 1, 0], 0.5), rangeAt([1, 1, 1], 0.5), rangeAt([9, 1, 0], 0.9), rangeAt([8, 1, 1], 0.9)]).toEqual([
    0, 1, 0, 1,
  ]);
});

test('days are added up before ranges are looked for', () => {
  const days = [
    { ...none, came: 3, taken: 3, waited: [3, 0, 0, 0, 0, 0, 0, 0, 0], good: 1 },
    { ...none, came: 2, taken: 1, abandoned: 1, waited: [0, 0, 0, 0, 1, 0, 0, 0, 0] },
  ];
  expect(figuresOf(days)).toMatchObject({
    came: 5,
    taken: 4,
    abandoned: 1,
    medianWords: '30秒内',
    ninetyWords: '3–5分钟',
    good: 1,
  });
  expect(figuresOf([])).toMatchObject({ came: 0, medianWords: '', ninetyWords: '' });
});
