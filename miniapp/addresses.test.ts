import { expect, it } from '@jest/globals';
import { tokenOfScan } from '../bff/contract/verification/links.ts';
import { isTabUrl, pageAt, pageNamed, pageOfShare, pagesOf, pageUrl } from './addresses.ts';

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

it('builds addresses with encoded parameters, and leaves out what is not given', () => {
  expect(pageUrl('application', { id: 12 })).toBe('/member/application/index?id=12');
  expect(pageUrl('signIn', { back: '/member/bulk/index?id=3' })).toBe(
    '/pages/sign-in/index?back=%2Fmember%2Fbulk%2Findex%3Fid%3D3',
  );
  expect(pageUrl('bulk')).toBe('/member/bulk/index');
  expect(pageUrl('verify', {})).toBe('/public/verify/index');
  expect(pageOfShare(`https://cert.example/s/${TOKEN}`)).toBe(`/public/share/index?token=${TOKEN}`);
});

it('opens the page that a message names, and no other', () => {
  expect(pageNamed('application?id=5')).toBe('/member/application/index?id=5');
  expect(pageNamed('toString?id=5')).toBeNull();
  expect(pageNamed('https://elsewhere.example/?id=5')).toBeNull();
});

it('leads from an address to the page of ours that stands there, and nowhere else', () => {
  expect(pageAt('/apply')).toBe('/member/apply/index');
  expect(pageAt('/announcement?id=5')).toBe('/desk/announcement/index?id=5');
  for (const elsewhere of [
    '',
    'apply',
    '//elsewhere.example/apply',
    '/\\elsewhere.example/apply',
    'https://elsewhere.example/apply',
    'javascript:alert(1)',
    '/apply/../../elsewhere',
    // They lead on by themselves, in a circle.
    '/entry?to=/entry',
    '/oidc?code=1&state=2',
  ]) {
    expect([elsewhere, pageAt(elsewhere)]).toEqual([elsewhere, null]);
  }
});

it('knows the tabs, and the pages of each package', () => {
  expect(isTabUrl('/pages/account/index?x=1')).toBe(true);
  expect(isTabUrl('/member/apply/index')).toBe(false);
  expect(pagesOf('public', 'weapp')).toEqual([
    'verify/index',
    'share/index',
    'privacy/index',
    'faq/index',
    'stop-mail/index',
    'draw/index',
  ]);
  expect(pagesOf('public', 'h5')).toEqual(expect.arrayContaining(['wechat/index', 'oidc/index', 'entry/index']));
});
