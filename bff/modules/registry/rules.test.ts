import { describe, expect, test } from '@jest/globals';
import { changePeriods, describeChanges, doubtLicenceNo } from './rules.ts';

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
