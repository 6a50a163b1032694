import { describe, expect, test } from '@jest/globals';
import { phone } from './fields.ts';
import { bareNumber, spellingsOf } from './phones.ts';

const kept = (typed: string) => phone().safeParse(typed).data;

describe('a telephone number', () => {
  test.each([
    ['0700-88886601', '0700-88886601'],
    ['（0756）1234567-801', '（0756）1234567-801'],
    ['(0756) 1234567', '(0756) 1234567'],
    ['０７５６－１２３４５６７', '0756-1234567'],
    ['0756—1234567', '0756-1234567'],
    ['0756-1234567转801', '0756-1234567转801'],
    ['0756-1234567 转 801', '0756-1234567转801'],
    ['0756-1234567分机801', '0756-1234567转801'],
    ['0756 - 1234567', '0756-1234567'],
    ['12348', '12348'],
    ['010-12345678', '010-12345678'],
    ['1234567-801', '1234567-801'],
    ['400-123-4567', '400-123-4567'],
    ['+852 2345 6789', '+852 2345 6789'],
    ['  1234567 ', '1234567'],
  ])('%s is kept as the office writes it', (typed, written) => {
    expect(kept(typed)).toBe(written);
  });

  test.each(['138-0000-1234', '138 0000 1234', '１３８００００１２３４', '+86 138 0000 1234', '86-13800001234'])(
    'a mobile number is kept in its digits: %s',
    (typed) => expect(kept(typed)).toBe('13800001234'),
  );

  test.each([
    '',
    '12',
    '110',
    '12345678901',
    '0756）1234567',
    '(0756(1234567',
    '0756-1234567-',
    '0756-1234567-80112345',
    'abc',
    '0756-1234567/8',
    '++8523456789',
  ])('not %s', (typed) => expect(kept(typed)).toBeUndefined());

  test('is the same whatever is written between its digits', () => {
    expect(bareNumber('（0756）1234567-801')).toBe(bareNumber('0756 1234567 801'));
  });

  test('is found by its digits', () => {
    expect(spellingsOf('070088886601')).toContain('0700-88886601');
    expect(spellingsOf('01012345678')).toContain('010-12345678');
    expect(spellingsOf('13800001234')).toEqual(['13800001234']);
  });
});
