import { expect, it } from '@jest/globals';
import { tokenOfScan } from './scanned-token.ts';

const TOKEN = 'Zc0-abcdefghijk_mnopqr';

it.each([
  [`https://cert.example/c/${TOKEN}`, TOKEN],
  [`https://cert.example:8443/c/${TOKEN}/`, TOKEN],
  [`http://127.0.0.1:3000/c/${TOKEN}?from=paper#top`, TOKEN],
  [`https://cert.example/s/${TOKEN}`, null],
  [`https://cert.example/c/${TOKEN}/more`, null],
  [`https://cert.example/x?y=/c/${TOKEN}`, null],
  ['https://cert.example/c/', null],
  ['not an address', null],
])('%s', (address, token) => {
  expect(tokenOfScan(address)).toBe(token);
});
