import { describe, expect, test } from '@jest/globals';
import type { ZodType } from 'zod';
import * as schemas from './schemas.ts';

/** What a form of a record is told before anything is looked up. */

/** Faults by field, the first of each. */
function faultsOf(schema: ZodType, value: unknown): Record<string, string> {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]));
}

describe('年度考核', () => {
  const base = { subjectKind: 'lawyer', subjectId: 1, year: 2025 };
  test.each([
    [{ state: 'final' }, ['filedOn', 'result']],
    [{ state: 'final', result: 'competent', filedOn: '2026-05-20' }, []],
    [{ state: 'appeal', result: 'incompetent' }, []],
    [{ state: 'appeal' }, ['result']],
    [{ state: 'in_review', result: 'competent' }, ['result']],
    [{ state: 'submitted', filedOn: '2026-05-20' }, ['filedOn']],
    [{ state: 'final', result: 'competent', filedOn: '2026-02-29' }, ['filedOn']],
    [{ state: 'submitted', year: '２０２５' }, []],
    [{ state: 'submitted', year: 12025 }, ['year']],
  ])('%j', (more, fields) => {
    expect(Object.keys(faultsOf(schemas.createAssessment, { ...base, ...more })).sort()).toEqual(fields);
  });
  test('a firm passes or does not', () => {
    const final = { ...base, subjectKind: 'firm', state: 'final', filedOn: '2026-05-20' };
    expect(faultsOf(schemas.createAssessment, { ...final, result: 'competent' })).toEqual({});
    expect(faultsOf(schemas.createAssessment, { ...final, result: 'basically_competent' })).toHaveProperty('result');
  });
});

describe('会费', () => {
  const base = { subjectKind: 'firm', subjectId: 1, year: 2026, dueFen: 120_000 };
  test.each([
    [{ paidFen: 120_000, state: 'settled', settledOn: '2026-03-18' }, []],
    [{ paidFen: 120_000, state: 'settled' }, ['settledOn']],
    [{ paidFen: 60_000, state: 'settled', settledOn: '2026-03-18' }, ['paidFen']],
    [{ paidFen: 60_000, state: 'unpaid' }, []],
    [{ paidFen: 60_000, state: 'unpaid', settledOn: '2026-03-18' }, ['settledOn']],
    [{ paidFen: 120_000, state: 'unpaid' }, ['state']],
    [{ paidFen: 120_001, state: 'settled', settledOn: '2026-03-18' }, ['paidFen']],
    [{ paidFen: 0, state: 'waived' }, ['remark']],
    [{ paidFen: 0, state: 'waived', remark: '江律〔2026〕8号减免决定' }, []],
    [{ paidFen: 0.5, state: 'unpaid' }, ['paidFen']],
    [{ paidFen: -1, state: 'unpaid' }, ['paidFen']],
    [{ paidFen: null, state: 'unpaid' }, ['paidFen']],
    [{ paidFen: 0, state: 'unpaid', dueFen: 1e12 }, ['dueFen']],
  ])('%j', (more, fields) => {
    expect(Object.keys(faultsOf(schemas.createDues, { ...base, ...more })).sort()).toEqual(fields);
  });
});

test('执业经历: one firm, by name or by number, and an end not before the beginning', () => {
  const base = { subjectId: 1, fromOn: '2020-02-29', untilOn: '2020-02-29' };
  expect(faultsOf(schemas.createPeriod, { ...base, firmId: 3 })).toEqual({});
  expect(faultsOf(schemas.createPeriod, { ...base, outsideFirmName: '云岭南屏律师事务所' })).toEqual({});
  expect(Object.keys(faultsOf(schemas.createPeriod, base))).toEqual(['firmId']);
  expect(Object.keys(faultsOf(schemas.createPeriod, { ...base, firmId: 3, outsideFirmName: '云岭' }))).toEqual([
    'outsideFirmName',
  ]);
  expect(Object.keys(faultsOf(schemas.createPeriod, { ...base, firmId: 3, untilOn: '2020-02-28' }))).toEqual([
    'untilOn',
  ]);
});

test.each([
  ['LIN Zhiyuan', true],
  ['O’Brien-Åström, J.', true],
  ['林知远', false],
  ['<b>LIN</b>', false],
  ['', false],
  ['=LIN', false],
])('外文姓名 %s: %s', (latinName, isFine) => {
  expect(Object.keys(faultsOf(schemas.confirmLatinName, { latinName, reason: '护照', version: 1 })).length === 0).toBe(
    isFine,
  );
});

test.each([
  [0.5, true],
  [1.5, true],
  [0, false],
  [1.25, false],
  [200.5, false],
])('学时 %d: %s', (hours, isFine) => {
  const input = { subjectId: 1, title: '培训', heldOn: '2026-06-13', state: 'checked_in', hours };
  expect('hours' in faultsOf(schemas.createHours, input)).toBe(!isFine);
});

test.each([
  ['filedOn', schemas.createAssessment, { subjectKind: 'lawyer', year: 2025, state: 'final', result: 'competent' }],
  ['settledOn', schemas.createDues, { subjectKind: 'lawyer', year: 2025, dueFen: 1, paidFen: 1, state: 'settled' }],
  ['heldOn', schemas.createHours, { title: '培训', hours: 1, state: 'checked_in' }],
  ['fromOn', schemas.createAppointment, { body: '理事会', position: '理事' }],
  ['fromOn', schemas.createPeriod, { outsideFirmName: '外省律师事务所' }],
  ['untilOn', schemas.createFormerName, { name: '江海律师事务所' }],
  ['mergedOn', schemas.createMerger, { otherFirmName: '江海律师事务所' }],
])('%s of 1890 is a slip', (field, schema, more) => {
  const told = faultsOf(schema, { subjectId: 1, ...more, [field]: '1890-01-01' });
  expect(told[field]).toContain('不能早于1950-01-01，请核对年份');
  expect(faultsOf(schema, { subjectId: 1, ...more, [field]: '1985-01-01' })).toEqual({});
});
