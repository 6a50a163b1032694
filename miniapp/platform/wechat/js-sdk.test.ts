import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { jsSdk } from './js-sdk.h5.ts';

const SIGNATURE = { appId: 'wx1', timestamp: 1, nonceStr: 'n', signature: 's' };
const IN_WECHAT = 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50';
const scripts = () => [...document.querySelectorAll('script')];
const here = (path: string, agent: string) => {
  history.replaceState(null, '', path);
  Object.defineProperty(navigator, 'userAgent', { value: agent, configurable: true });
};
const sign = jest.fn(async () => SIGNATURE);

beforeEach(() => {
  sign.mockClear();
});
afterEach(() => {
  document.head.replaceChildren();
  delete (window as { wx?: object }).wx;
});

it('is nothing outside the browser of WeChat: no script, no signature', async () => {
  here('/s/a', 'Mozilla/5.0 (iPhone) Safari/604.1');
  expect(await jsSdk(sign)).toBeNull();
  here('/s/b', `${IN_WECHAT} miniProgram/wx2`);
  expect(await jsSdk(sign)).toBeNull();
  expect(scripts()).toEqual([]);
  expect(sign).not.toHaveBeenCalled();
});

it('that cannot be loaded is done without', async () => {
  here('/s/c', IN_WECHAT);
  const asked = jsSdk(sign);
  expect(scripts().map(({ src }) => src)).toEqual(['https://res.wx.qq.com/open/js/jweixin-1.6.0.js']);
  scripts()[0]?.onerror?.(new Event('error'));
  expect(await asked).toBeNull();
});

it('is configured once for an address, and refused ones are done without', async () => {
  const heard: Record<'ready' | 'error', () => void> = { ready: () => undefined, error: () => undefined };
  const sdk = {
    config: jest.fn((_settings: object) => setTimeout(heard[location.pathname === '/s/e' ? 'error' : 'ready'])),
    ready: (work: () => void) => void (heard.ready = work),
    error: (work: () => void) => void (heard.error = work),
  };
  (window as { wx?: object }).wx = sdk;
  here('/s/d', IN_WECHAT);
  expect(await jsSdk(sign)).toBe(sdk);
  expect(await jsSdk(sign)).toBe(sdk);
  expect(sdk.config).toHaveBeenCalledTimes(1);
  expect(sdk.config).toHaveBeenCalledWith({
    ...SIGNATURE,
    debug: false,
    jsApiList: ['updateAppMessageShareData', 'updateTimelineShareData'],
  });
  here('/s/e', IN_WECHAT);
  expect(await jsSdk(sign)).toBeNull();
});
