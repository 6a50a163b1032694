import { globSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { DOCUMENTED, faultsOf } from './wechat/documented.ts';

/** Of Taro's own, or without parameters: nothing that WeChat could refuse. */
const HARMLESS = [
  'getLaunchOptionsSync',
  'env',
  'getCurrentInstance',
  'getCurrentPages',
  'getFileSystemManager',
  'getDeviceInfo',
  'getWindowInfo',
  'nextTick',
  'onAppShow',
  'offAppShow',
  'onAppHide',
  'offAppHide',
  'onNetworkStatusChange',
  'offNetworkStatusChange',
  'onNeedPrivacyAuthorization',
  'useRouter',
  'getStorageSync',
  'setStorageSync',
  'removeStorageSync',
  'getStorageInfoSync',
];

it('knows every interface that the mini-program uses', () => {
  const sources = globSync('miniapp/**/*.{ts,tsx}').filter(
    (name) => !/\.h5\.|\.test\.|miniapp\/(test|e2e)\//.test(name),
  );
  const used = sources.flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/\bTaro\.(?:getFileSystemManager\(\)\.)?([a-z]\w+)\b/g)].map(
      ([, api = '']) => api,
    ),
  );
  expect(used.length).toBeGreaterThan(30);
  expect([...new Set(used)].filter((api) => !(api in DOCUMENTED) && !HARMLESS.includes(api))).toEqual([]);
});

const PAYMENT = {
  timeStamp: '1795350000',
  nonceStr: 'abc',
  package: 'prepay_id=wx1',
  signType: 'RSA',
  paySign: 'sign',
};
it.each([
  ['request', { url: 'https://a.example/api', method: 'POST', data: '{}', header: {} }, []],
  ['request', { url: 'https://a.example/api', credentials: 'include' }, ['request knows no credentials']],
  ['request', { url: '/api' }, ['request: url is not a whole address']],
  ['request', { url: 'https://a.example', method: 'PATCH' }, ['request: method cannot be "PATCH"']],
  ['request', { url: 'https://a.example', header: { Referer: 'x' } }, ['request: header is Referer cannot be set']],
  [
    'uploadFile',
    { url: 'https://a.example', filePath: 'wxfile://a', name: 'file', fileName: 'a.pdf' },
    ['uploadFile knows no fileName'],
  ],
  ['switchTab', { url: '/pages/home/index?x=1' }, ['switchTab: url is a tab takes no parameters']],
  ['showToast', {}, ['showToast: title is missing']],
  ['showToast', { title: 'a', icon: 'warn' }, ['showToast: icon cannot be "warn"']],
  ['openDocument', { filePath: 'wxfile://usr/a.pdf', showMenu: 'yes' }, ['openDocument: showMenu is no boolean']],
  ['requestSubscribeMessage', { tmplIds: ['1', '2', '3', '4'] }, ['requestSubscribeMessage: tmplIds is longer than 3']],
  ['requestPayment', PAYMENT, []],
  ['requestPayment', { ...PAYMENT, timeStamp: 1795350000 }, ['requestPayment: timeStamp is no string']],
  ['requestPayment', { ...PAYMENT, package: 'wx1' }, ['requestPayment: package is not prepay_id=…']],
  ['login', { success: 'yes' }, ['login: success is no function']],
  ['getLocation', {}, ['getLocation is not documented here']],
])('%s with %j: %j', (name, given, faults) => {
  expect(faultsOf(name, given)).toEqual(faults);
});
