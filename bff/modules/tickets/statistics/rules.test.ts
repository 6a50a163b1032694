import { expect, test } from '@jest/globals';
import { measuresOf, medianWords, tookOf } from './rules.ts';

test('a solving time is counted in one range, a limit in the one below', () => {
  expect([0, 15, 16, 60, 61, 3_840, 3_841].map(tookOf)).toEqual([
    'took_0',
    'took_0',
    'took_1',
    'took_2',
    'took_3',
    'took_8',
    'took_9',
  ]);
});

test('the median is the range of the middle one, of an even number the lower of the middle two', () => {
  expect(medianWords([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBe('');
  expect(medianWords([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])).toBe('15分钟内');
  expect(medianWords([1, 1, 1, 0, 0, 0, 0, 0, 0, 0])).toBe('15–30分钟');
  expect(medianWords([0, 0, 0, 0, 0, 0, 0, 0, 0, 7])).toBe('64小时以上');
});

test('a step counts once in each of its measures, and a clock that did not run is neither kept nor missed', () => {
  expect(measuresOf({ step: 'done', isWithin: true, minutes: 20, rating: 'bad' })).toEqual([
    'bad',
    'done',
    'done_due',
    'done_kept',
    'took_1',
  ]);
  expect(measuresOf({ step: 'done', isWithin: null, minutes: 20, rating: null })).toEqual(['done', 'took_1']);
  expect(measuresOf({ step: 'answered', isWithin: false, minutes: null, rating: null })).toEqual([
    'answer_due',
    'answered',
  ]);
});
