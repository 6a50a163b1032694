import { expect, test } from '@jest/globals';
import { disciplineDoubts } from './discipline-doubts.ts';

test.each([
  [0, null, []],
  [0, '2027-11-30', []],
  [0, '2027-12-01', ['生效日期2027-12-01在一年以后，请核对年份']],
  [2, '2030-01-02', ['同一对象另有2条相同文号的记录，请核对是否重复登记', '生效日期2030-01-02在一年以后，请核对年份']],
])('beside %i others, in force from %s: %j', (sameDocument, effectiveFromOn, said) => {
  expect(disciplineDoubts({ sameDocument, effectiveFromOn }, '2026-11-30')).toEqual(said);
});
