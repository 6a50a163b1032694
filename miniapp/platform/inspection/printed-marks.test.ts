import { expect, it } from '@jest/globals';
import { marksIn } from './printed-marks.ts';

it.each([
  [
    '编号：2611220001 证明 律师（执业证号：14401200110123456） 核验码 7QK4 M2ZP 9XW3 H6TB',
    '2611220001',
    '7QK4M2ZP9XW3H6TB',
  ],
  ['Number: 2611220001 Verification code 7QK4-M2ZP-9XW3-H6TB', '2611220001', '7QK4M2ZP9XW3H6TB'],
  ['编 号 2611220001', '2611220001', null],
  ['7QK4 M2ZP 9XW3 H6TB 2611220001', '2611220001', '7QK4M2ZP9XW3H6TB'],
  ['执业证号：14401200110123456，电话 0700-88886601', null, null],
  ['', null, null],
])('reads number and code in “%s”', (text, number, code) => {
  expect(marksIn(text)).toEqual({ number, code, link: null });
});
