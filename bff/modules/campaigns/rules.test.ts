import { describe, expect, test } from '@jest/globals';
import { progressIn, stepOn } from './rules.ts';

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);

describe('how far somebody is with a campaign', () => {
  const yearly = { kind: 'yearly', openedAt: at('2026-12-01') } as const;
  const completion = { kind: 'completion', openedAt: at('2026-12-01') } as const;
  const begun = { state: 'untouched', doneAt: null } as const;

  test('信息补全 is done with the approval, whenever that was', () => {
    const approved = { state: 'approved', decidedAt: at('2026-03-01') } as const;
    expect(progressIn(completion, begun, approved)).toEqual({ state: 'approved', doneAt: at('2026-03-01') });
    expect(progressIn(completion, begun, { state: 'rejected', decidedAt: 1 })).toEqual({
      state: 'rejected',
      doneAt: null,
    });
  });

  test('年度核对 asks for a word of this year: an old approval is none, a new one is', () => {
    expect(progressIn(yearly, begun, { state: 'approved', decidedAt: at('2026-03-01') })).toEqual(begun);
    expect(progressIn(yearly, begun, { state: 'approved', decidedAt: at('2026-12-05') }).state).toBe('approved');
  });

  test('what was confirmed stays so while the profile stands, and is over when it is given back', () => {
    const done = { state: 'approved', doneAt: at('2026-12-02') } as const;
    expect(progressIn(yearly, done, { state: 'approved', decidedAt: at('2026-03-01') })).toEqual(done);
    expect(progressIn(yearly, done, { state: 'rejected', decidedAt: at('2026-12-03') })).toEqual({
      state: 'rejected',
      doneAt: null,
    });
  });

  test('who is excused stays excused', () => {
    const excused = { state: 'excused', doneAt: null } as const;
    expect(progressIn(completion, excused, { state: 'waiting', decidedAt: null })).toEqual(excused);
  });
});

describe('which reminder a working day brings', () => {
  // 2026-12-04 is a Friday, the next working day a Monday.
  const friday = { today: '2026-12-04', nextWorkingDay: '2026-12-07', lastWorkingDay: '2026-12-03' };
  const monday = { today: '2026-12-07', nextWorkingDay: '2026-12-08', lastWorkingDay: '2026-12-04' };

  test.each([
    ['2026-12-18', friday, 'd14'],
    ['2026-12-11', friday, 'd7'],
    ['2026-12-04', friday, 'd0'],
    ['2026-12-06', friday, 'd0'],
    ['2026-12-07', friday, 'd1'],
    ['2026-12-08', friday, 'd3'],
    ['2026-12-13', friday, 'd7'],
    ['2026-12-14', friday, null],
    ['2026-12-04', monday, 'late'],
    ['2026-12-06', monday, 'late'],
    ['2026-12-03', monday, null],
    ['2026-12-03', friday, 'late'],
  ])('a deadline on %s, on %j: %s', (dueOn, day, step) => {
    expect(stepOn(dueOn, day)).toBe(step);
  });
});
