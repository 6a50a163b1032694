/** The part of WeChat's `wx` that the member client uses; every call is recorded, an unknown one fails the test. */
export interface WxCall {
  name: string;
  options: Record<string, unknown>;
}
export interface WxOptions {
  /** Origin of the server that answers in place of the one built in. */
  server: string;
  /** The code that wx.login gives; without it WeChat does not answer. */
  loginCode?: () => Promise<string>;
}
interface Navigation {
  open(url: string): void;
  replace(url: string): void;
  close(): void;
  reset(url: string): void;
}
interface Callbacks {
  success?: (result: object) => void;
  fail?: (result: object) => void;
  complete?: (result: object) => void;
}
type Given = Record<string, unknown> & Callbacks;

export function createWx({ server, loginCode }: WxOptions, calls: WxCall[], navigation: Navigation): object {
  const storage = new Map<string, unknown>();
  const answer =
    (name: string, work: (given: Given) => unknown) =>
    (given: Given = {}) => {
      calls.push({ name, options: given });
      const done = Promise.resolve().then(() => work(given));
      return done.then(
        (value) => {
          const result = { errMsg: `${name}:ok`, ...(value as object | undefined) };
          given.success?.(result);
          given.complete?.(result);
          return result;
        },
        (fault: Error) => {
          const result = { errMsg: `${name}:fail ${fault.message}` };
          given.fail?.(result);
          given.complete?.(result);
        },
      );
    };
  const nothing = () => undefined;
  const screen = {
    windowWidth: 390,
    windowHeight: 844,
    screenWidth: 390,
    screenHeight: 844,
    pixelRatio: 3,
    safeArea: { bottom: 810 },
  };
  const wx: Record<string, unknown> = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    getSystemInfoSync: () => ({ ...screen, platform: 'ios', SDKVersion: '3.5.0', system: 'iOS 17', language: 'zh_CN' }),
    getAppBaseInfo: () => ({ SDKVersion: '3.5.0', language: 'zh_CN', theme: 'light' }),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getWindowInfo: () => screen,
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 290, right: 380, width: 87, height: 32 }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.parse(JSON.stringify(value))),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getFileSystemManager: () => ({ writeFile: answer('writeFile', nothing) }),
    login: answer('login', async () => {
      if (!loginCode) throw new Error('system error');
      return { code: await loginCode() };
    }),
    request: answer('request', (given) => request(server, given)),
    navigateTo: answer('navigateTo', (given) => navigation.open(String(given.url))),
    redirectTo: answer('redirectTo', (given) => navigation.replace(String(given.url))),
    switchTab: answer('switchTab', (given) => navigation.reset(String(given.url))),
    reLaunch: answer('reLaunch', (given) => navigation.reset(String(given.url))),
    navigateBack: answer('navigateBack', () => navigation.close()),
  };
  for (const name of [
    'setNavigationBarTitle',
    'showToast',
    'openDocument',
    'requestSubscribeMessage',
    'requestPayment',
    'pageScrollTo',
    'setClipboardData',
    'makePhoneCall',
  ]) {
    wx[name] = answer(name, nothing);
  }
  for (const name of ['onAppShow', 'onAppHide', 'onError', 'onUnhandledRejection', 'onPageNotFound', 'onThemeChange'])
    wx[name] = nothing;
  return wx;
}

/** What wx.request does with a url, against a server of the test. */
async function request(server: string, given: Given): Promise<object> {
  const { pathname, search } = new URL(String(given.url));
  const response = await fetch(`${server}${pathname}${search}`, {
    method: typeof given.method === 'string' ? given.method : 'GET',
    headers: given.header as Record<string, string>,
    ...(typeof given.data === 'string' ? { body: given.data } : {}),
  });
  const bytes = await response.arrayBuffer();
  const data = given.responseType === 'arraybuffer' ? bytes : jsonOrText(new TextDecoder().decode(bytes));
  return { statusCode: response.status, data, header: Object.fromEntries(response.headers) };
}

// WeChat parses what looks like JSON and passes on the rest (dataType: json, the default).
function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
