import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changePeriods, describeChanges, describePeriod, doubtLicenceNo, firstOverlap, type Period } from './rules.ts';

describe('changePeriods', () => {
  const inFirm1 = { firmId: 1, fromOn: '2015-09-10' };

  test('joining opens a period', () => {
    expect(changePeriods(null, { firmId: 1, status: 'active' }, '2015-09-10')).toEqual({
      current: 'stays',
      open: { firmId: 1, fromOn: '2015-09-10' },
    });
  });
  test('a transfer ends the old period on the day before, across a month and a leap year', () => {
    expect(changePeriods(inFirm1, { firmId: 2, status: 'active' }, '2024-03-01')).toEqual({
      current: { closeOn: '2024-02-29' },
      open: { firmId: 2, fromOn: '2024-03-01' },
    });
  });
  test('the same firm changes nothing', () => {
    expect(changePeriods(inFirm1, { firmId: 1, status: 'active' }, '2024-03-01')).toEqual({
      current: 'stays',
      open: null,
    });
  });
  test.each(['suspended', 'cancelled'] as const)('a %s lawyer practises nowhere, though the firm stays', (status) => {
    expect(changePeriods(inFirm1, { firmId: 1, status }, '2024-03-01')).toEqual({
      current: { closeOn: '2024-02-29' },
      open: null,
    });
  });
  test('resuming practice opens a new period', () => {
    expect(changePeriods(null, { firmId: 1, status: 'active' }, '2026-01-01')).toEqual({
      current: 'stays',
      open: { firmId: 1, fromOn: '2026-01-01' },
    });
  });
  test('a period of another association ends like any other', () => {
    const outside = { firmId: null, fromOn: '2010-01-01' };
    expect(changePeriods(outside, { firmId: 2, status: 'active' }, '2019-02-01')).toEqual({
      current: { closeOn: '2019-01-31' },
      open: { firmId: 2, fromOn: '2019-02-01' },
    });
  });
  test('a transfer on the very first day puts right what was entered by mistake', () => {
    expect(changePeriods(inFirm1, { firmId: 2, status: 'active' }, '2015-09-10')).toEqual({
      current: 'removed',
      open: { firmId: 2, fromOn: '2015-09-10' },
    });
  });
  test('a transfer before that would end before it began', () => {
    expect(changePeriods(inFirm1, { firmId: 2, status: 'active' }, '2015-09-09')).toMatch('2015-09-10');
  });
});

describe('doubtLicenceNo', () => {
  const lawyer = {
    licenceNo: '14499201210100017',
    firstPractisedOn: '2012-05-16',
    category: 'practising',
    sex: 'male',
  } as const;

  test('a number that fits leaves no doubt', () => {
    expect(doubtLicenceNo(lawyer)).toEqual([]);
  });
  test('each part is doubted on its own', () => {
    expect(doubtLicenceNo({ ...lawyer, firstPractisedOn: '2013-05-16' })).toEqual([expect.stringMatching('年份')]);
    expect(doubtLicenceNo({ ...lawyer, category: 'company' })).toEqual([expect.stringMatching('第10位')]);
    expect(doubtLicenceNo({ ...lawyer, sex: 'female' })).toEqual([expect.stringMatching('第11位')]);
    expect(doubtLicenceNo({ ...lawyer, licenceNo: '24499201210100017' })).toEqual([expect.stringMatching('第1位')]);
    expect(doubtLicenceNo({ ...lawyer, licenceNo: '19999201210100017' })).toEqual([expect.stringMatching('地区')]);
  });
  test('another length is doubted as a whole', () => {
    expect(doubtLicenceNo({ ...lawyer, licenceNo: '1449920121' })).toEqual(['执业证号不是17位数字']);
  });
});

test('describeChanges names what changed, before and after', () => {
  const labels = { phone: '电话', address: '地址' };
  expect(describeChanges({ phone: '1', address: '甲' }, { phone: '', address: '甲' }, labels)).toBe('电话：1→（空）');
  expect(describeChanges({ phone: '1', address: '甲' }, { phone: '1', address: '甲' }, labels)).toBe('');
});

describe('periods', () => {
  const DAY_MS = 86_400_000;
  const dateOf = (n: number) => new Date(n * DAY_MS).toISOString().slice(0, 10);
  const numberOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  /** Around month ends and the 29 February of 2024 as often as anywhere else. */
  const day = fc.oneof(
    fc.integer({ min: 0, max: 22_000 }),
    fc.constantFrom('2023-12-31', '2024-01-31', '2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28').map(numberOf),
  );
  const period: fc.Arbitrary<Period> = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 400 })))
    .map(([from, length]) => ({ fromOn: dateOf(from), untilOn: length === null ? null : dateOf(from + length) }));
  const END = 30_000;
  const daysOf = ({ fromOn, untilOn }: Period): [number, number] => [
    numberOf(fromOn),
    untilOn === null ? END : numberOf(untilOn),
  ];

  test('overlap exactly when they share a day', () => {
    fc.assert(
      fc.property(period, period, (one, other) => {
        const [[from, until], [otherFrom, otherUntil]] = [daysOf(one), daysOf(other)];
        const shared = Math.min(until, otherUntil) - Math.max(from, otherFrom) >= 0;
        expect(firstOverlap(one, [other]) !== undefined).toBe(shared);
        expect(firstOverlap(other, [one]) !== undefined).toBe(shared);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the day after the last is free, the last is not', () => {
    const leap = { fromOn: '2020-03-01', untilOn: '2024-02-29' };
    expect(firstOverlap({ fromOn: '2024-03-01', untilOn: null }, [leap])).toBeUndefined();
    expect(firstOverlap({ fromOn: '2024-02-29', untilOn: null }, [leap])).toBe(leap);
    expect(firstOverlap({ fromOn: '2024-02-28', untilOn: '2024-02-28' }, [leap])).toBe(leap);
    expect(describePeriod(leap)).toBe('2020-03-01至2024-02-29');
  });

  test('a history that moves from firm to firm never has a lawyer in two of them, whatever the days', () => {
    const moves = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(moves, (wanted) => {
        const history: (Period & { firmId: number })[] = [];
        for (const [n, firmId] of wanted.toSorted(([a], [b]) => a - b)) {
          const open = history.find(({ untilOn }) => untilOn === null) ?? null;
          const change = changePeriods(open, { firmId, status: 'active' }, dateOf(n));
          if (typeof change === 'string') throw new Error(change);
          if (change.current === 'removed') history.splice(history.indexOf(open!), 1);
          else if (change.current !== 'stays') open!.untilOn = change.current.closeOn;
          if (change.open) history.push({ ...change.open, untilOn: null });
        }
        for (const one of history) {
          expect(
            firstOverlap(
              one,
              history.filter((other) => other !== one),
            ),
          ).toBeUndefined();
        }
        // Nor does a day between two firms get lost.
        for (const { untilOn } of history) {
          if (untilOn === null) continue;
          const next = dateOf(numberOf(untilOn) + 1);
          expect(history.some(({ fromOn }) => fromOn === next)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
