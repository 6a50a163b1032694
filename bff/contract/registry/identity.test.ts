import { expect, test } from '@jest/globals';
import { birthOfNumber, identityDoubts, identityFault, kindOfNumber, sexOfNumber } from './identity.ts';

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
  ['foreign_permanent', 'USA110083021501', null],
  ['foreign_permanent', 'USA110000022901', null],
  ['foreign_permanent', 'USA110030990201', '旧证为3个字母加12位数字'],
  ['foreign_permanent', 'USA110083023001', '旧证为3个字母加12位数字'],
  ['residence_permit', `${HONG_KONG.slice(0, 17)}${HONG_KONG.endsWith('1') ? '2' : '1'}`, '校验位或日期不正确'],
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

test.each([
  ['resident', RESIDENT, 'male', '2007-02-15', []],
  ['resident', RESIDENT, 'male', '2001-02-15', []],
  ['resident', RESIDENT, 'male', '2001-02-14', ['距首次执业日期2001-02-14不满18年']],
  ['resident', RESIDENT, 'female', '1999-01-01', ['第17位表示男性', '不满18年']],
  [
    'passport',
    `${RESIDENT.slice(0, 17)}${RESIDENT.endsWith('1') ? '2' : '1'}`,
    'male',
    '2010-01-01',
    ['像18位身份证号码'],
  ],
  ['passport', 'EA1234567', 'male', '2010-01-01', []],
] as const)('%s %s of somebody %s since %s is doubted: %j', (identityKind, number, sex, firstPractisedOn, doubts) => {
  const found = identityDoubts({ identityKind, number, sex, firstPractisedOn });
  expect(found).toEqual(doubts.map((words) => expect.stringContaining(words)));
});
