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

it('reads the number of a receipt with its letters, before that of the certificate that was paid for', () => {
  const text = '缴费收据 编号：SJ2611290012R1 开具日期：2026年11月29日 证明编号 2611290007 核验码 7KQ2 M9XD 4TRW 8HBN';
  expect(marksIn(text)).toMatchObject({ number: 'SJ2611290012R1', code: '7KQ2M9XD4TRW8HBN' });
});
