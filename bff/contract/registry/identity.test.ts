import { expect, test } from '@jest/globals';
import { birthOfNumber, identityFault, kindOfNumber, sexOfNumber } from './identity.ts';

/** 17 digits with the check character of GB 11643. */
function checked(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
const RESIDENT = checked('44990119830215013');
const PERMANENT = checked('91184019830215013');
const HONG_KONG = checked('81000019830215013');

test.each([
  [RESIDENT, 'resident', 'male'],
  [PERMANENT, 'foreign_permanent', 'male'],
  [HONG_KONG, 'residence_permit', 'male'],
  [checked('82000019830215002'), 'residence_permit', 'female'],
  [checked('83000019830215004'), 'residence_permit', 'female'],
])('%s is %s by its first digits', (number, kind, sex) => {
  expect(kindOfNumber(number)).toBe(kind);
  expect(birthOfNumber(number)).toBe('1983-02-15');
  expect(sexOfNumber(number)).toBe(sex);
});

test.each([
  ['resident', RESIDENT, null],
  ['foreign_permanent', PERMANENT, null],
  ['foreign_permanent', 'USA123456789012', null],
  ['residence_permit', HONG_KONG, null],
  ['passport', 'EA1234567', null],
  ['resident', PERMANENT, '请把证件类型改为“外国人永久居留身份证”'],
  ['resident', HONG_KONG, '请把证件类型改为“港澳台居民居住证”'],
  ['residence_permit', RESIDENT, '请把证件类型改为“居民身份证”'],
  ['passport', RESIDENT, '请把证件类型改为“居民身份证”'],
  ['resident', checked('99990119830215013').replace(/^9/, '0'), '校验位或日期不正确'],
  ['resident', checked('00990119830215013'), '前两位“00”不是省份代码'],
  ['resident', checked('84000019830215013'), '前两位“84”不是省份代码'],
  ['resident', checked('44990119830230013'), '校验位或日期不正确'],
  ['resident', 'USA123456789012', '校验位或日期不正确'],
  ['foreign_permanent', 'US1234567890123', '3个字母加12位数字'],
  ['residence_permit', 'H12345678', '前两位为81、82或83'],
  ['passport', 'EA-1', '5至20位'],
] as const)('%s %s: %s', (kind, number, fault) => {
  if (fault === null) expect(identityFault(kind, number)).toBeNull();
  else expect(identityFault(kind, number)).toContain(fault);
});

test('what has no birth date or sex in it says neither', () => {
  expect([birthOfNumber('EA1234567'), sexOfNumber('USA123456789012'), kindOfNumber('1')]).toEqual([null, null, null]);
});
