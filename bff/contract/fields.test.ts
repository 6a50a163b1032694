import { describe, expect, test } from '@jest/globals';
import { createActivity } from './activities/schemas.ts';
import { requestPhoneCode } from './accounts/schemas.ts';
import { arrive } from './door/schemas.ts';
import { email, instant } from './fields.ts';
import { requestHelpCode } from './help/schemas.ts';
import { officeHours } from './office-hours/schemas.ts';

/** What people type is read alike in every form; what cannot be read is refused in the words of the unit that is typed. */

describe('a mobile number', () => {
  test.each(['138-0000-1234', '138 0000 1234', '１３８００００１２３４', '+86 138 0000 1234', '8613800001234'])(
    '%s',
    (number) => {
      expect(requestHelpCode.parse({ number }).number).toBe('13800001234');
      expect(requestPhoneCode.parse({ number, password: 'x' }).number).toBe('13800001234');
    },
  );
  test('a land line is none', () => {
    const { error } = requestHelpCode.safeParse({ number: '0756-1234567' });
    expect(error?.issues.map(({ message }) => message)).toEqual(['请填写11位手机号']);
  });
});

test('digits and times of the day may be full-width, and hours have one digit', () => {
  expect(arrive.parse({ code: 'x', digits: '１２ ３４' }).digits).toBe('1234');
  expect(arrive.safeParse({ code: 'x', digits: '12345' }).success).toBe(false);
  const at = (from: string, to: string) => officeHours.shape.service.safeParse([{ from, to }]);
  expect(at('9:00', '１１：３０').data).toEqual([{ from: '09:00', to: '11:30' }]);
  expect(at('9', '11:30').error?.issues[0]?.message).toBe('时间应写作 09:00');
});

test.each([[95], [-5], ['1e3'], ['1.234'], [''], [null]])('学时 %p is refused in hours, not in tenths', (tenths) => {
  const { error } = createActivity.shape.hoursTenths.safeParse(tenths);
  expect(error?.issues.map(({ message }) => message)).toEqual(['学时应为0至8之间的数字，最多一位小数，例如 1.5']);
});

test.each([
  ['2026-01-31T09:00:00+08:00', true],
  ['2026-01-31T01:00:00.000Z', true],
  ['2026-02-30T09:00:00+08:00', false],
  ['0001-01-01T00:00:00Z', false],
  ['+275760-09-13T00:00:00Z', false],
  ['1 Z', false],
  ['2026-01-31T25:00:00Z', false],
])('an instant is one of a day that there is: %s', (text, isOne) => {
  expect(instant('开始时间').safeParse(text).success).toBe(isOne);
});

describe('an address for mail', () => {
  test.each([
    ['name@example.com', 'name@example.com'],
    [' ＮＡＭＥ＠example.com　', 'NAME@example.com'],
    ["o'neil+court.2@mail.example.com.cn", "o'neil+court.2@mail.example.com.cn"],
    ['10086@qq.com', '10086@qq.com'],
    ['a@xn--fiqs8s.xn--fiqz9s', 'a@xn--fiqs8s.xn--fiqz9s'],
  ])('%s', (typed, kept) => expect(email().parse(typed)).toBe(kept));

  test.each([
    '张三@qq.com',
    '.a@example.com',
    'a..b@example.com',
    'a.@example.com',
    'a@b.c',
    'a@example',
    'a@example.com.',
    'a@-example.com',
    'a@example。com',
    'a@example,com',
    'a b@example.com',
    'a@example.com；b@example.com',
    '<a@example.com>',
    'mailto:a@example.com',
    '无',
    `${'a'.repeat(250)}@example.com`,
  ])('not %s', (typed) =>
    expect(
      email()
        .safeParse(typed)
        .error?.issues.map(({ message }) => message),
    ).toEqual(['邮箱格式不正确，例如 name@example.com']),
  );
});
