import { expect, test } from '@jest/globals';
import { lateYear } from './late-year.ts';

test('the coming year is late in December, the running one whenever nobody has entered it', () => {
  expect(lateYear(0, '2026-12-01')).toBeNull();
  expect(lateYear(1, '2026-11-30')).toBeNull();
  expect(lateYear(1, '2026-12-01')).toBe(2027);
  expect(lateYear(1, '2027-01-01')).toBe(2027);
  expect(lateYear(2, '2027-11-01')).toBe(2027);
  expect(lateYear(2, '2027-12-01')).toBe(2027);
});
