import { expect, test } from '@jest/globals';
import { serviceYearWords } from './service-year.ts';

const row = (fromOn: string, values: Record<string, number>) => ({ id: fromOn, values: { fromOn, ...values } });
const rows = [row('2026-01-05', { tenths: 125 }), row('2026-12-31', { cases: 1 }), row('2025-12-31', { tenths: 990 })];

test.each([
  [
    { hours: 50, cases: 2 },
    '2026年已填写公益服务12.5小时、法律援助1件；倡议每年50小时公益服务或2件法律援助，尚未达到。',
  ],
  [{ hours: 50, cases: 1 }, '2026年已填写公益服务12.5小时、法律援助1件；倡议每年50小时公益服务或1件法律援助，已达到。'],
  [{ hours: 12, cases: 0 }, '2026年已填写公益服务12.5小时、法律援助1件；倡议每年12小时公益服务，已达到。'],
  [{ hours: 0, cases: 0 }, '2026年已填写公益服务12.5小时、法律援助1件。'],
])('of a year measured by %j', (goal, words) => {
  expect(serviceYearWords(rows, { year: '2026', ...goal })).toBe(words);
});
