import { faultsOf } from './documented.ts';
import type { Pages } from './pages.ts';
import type { Privacy } from './privacy.ts';
import { request, send } from './requests.ts';
import { createSockets } from './sockets.ts';

/**
 * The part of WeChat's `wx` that the member client uses. Every call is recorded and compared with the documentation
 * (documented.ts); what is not here does not exist for the program.
 */
export interface WxCall {
  name: string;
  options: Record<string, unknown>;
}
export interface WxOptions {
  /** Origin of the server that answers in place of the one built in. */
  server: string;
  /** The code that wx.login gives; without it WeChat does not answer. */
  loginCode?: () => Promise<string>;
  /** The code of the phone-number button; without it the member declines. */
  phoneCode?: () => Promise<string>;
  /** How it is opened: page with parameters, and scene; without it at its first page from the list of mini-programs. */
  opened?: { url: string; scene: number };
  /** The member pays what wx.requestPayment shows; without it he closes it. */
  pays?: (prepayId: string) => Promise<unknown>;
  /** Files that the member has in chats. */
  chatFiles?: { name: string; bytes: Buffer }[];
  /** How many milliseconds a package takes that was not loaded before; without it, all are there. */
  packageMs?: number;
  /** What the camera reads; without it the member closes it. */
  scans?: string;
  /** How many milliseconds the next setData takes to reach the screen; without it, none. */
  setDataMs?: () => number;
}
/** What a test may change while the program runs. */
export interface Phone {
  isOffline: boolean;
  /** Its storage takes nothing any more, and gives nothing out. */
  isStorageBroken: boolean;
  /** In the background: requests are answered `interrupted`. */
  isHidden: boolean;
}
/** The program as a whole: goes to the background, and comes back. */
export interface AppSigns {
  hide(): void;
  show(): void;
}
interface Surroundings {
  calls: WxCall[];
  faults: string[];
  privacy: Privacy;
  phone: Phone;
  entry: { path: string; query: Record<string, string>; scene: number };
  navigation: Pages;
}
interface Callbacks {
  success?: (result: object) => void;
  fail?: (result: object) => void;
  complete?: (result: object) => void;
}
type Given = Record<string, unknown> & Callbacks;

/** 朋友圈 shows one page by itself (「单页模式」): what it does not offer there. */
const SINGLE_PAGE = 1154;
const NOT_IN_SINGLE_PAGE = new Set([
  'navigateTo',
  'redirectTo',
  'switchTab',
  'reLaunch',
  'navigateBack',
  'login',
  'requestPayment',
  'scanCode',
  'chooseMessageFile',
  'chooseMedia',
  'openDocument',
  'requestSubscribeMessage',
]);

export function createWx(options: WxOptions, around: Surroundings): { wx: object; app: AppSigns } {
  const { calls, faults, privacy, phone, entry, navigation } = around;
  const storage = new Map<string, unknown>();
  const files = new Map<string, Uint8Array>();
  const answer =
    (name: string, work: (given: Given) => unknown) =>
    (given: Given = {}) => {
      calls.push({ name, options: given });
      if (entry.scene === SINGLE_PAGE && NOT_IN_SINGLE_PAGE.has(name)) faults.push(`${name} in a single page`);
      faults.push(...faultsOf(name, given));
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
  const guarded = (name: string, work: (given: Given) => unknown) =>
    answer(name, async (given) => {
      await privacy.pass(name);
      return work(given);
    });
  const online = (work: (given: Given) => Promise<object>) => (given: Given) => {
    if (phone.isOffline)
      throw new Error('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED');
    if (phone.isHidden) throw new Error('interrupted');
    return work(given);
  };
  const stored =
    <Given extends unknown[]>(work: (...given: Given) => unknown) =>
    (...given: Given) => {
      if (phone.isStorageBroken) throw new Error('setStorageSync:fail exceed storage max size 10Mb');
      return work(...given);
    };
  const upload = answer(
    'uploadFile',
    online((given) => send(options.server, given, files)),
  );
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
    getLaunchOptionsSync: () => entry,
    getEnterOptionsSync: () => entry,
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 290, right: 380, width: 87, height: 32 }),
    getStorageSync: stored((key: string) => storage.get(key) ?? ''),
    setStorageSync: stored((key: string, value: unknown) => void storage.set(key, JSON.parse(JSON.stringify(value)))),
    removeStorageSync: stored((key: string) => void storage.delete(key)),
    getStorageInfoSync: stored(() => ({ keys: [...storage.keys()] })),
    getFileSystemManager: () => ({
      writeFile: answer('writeFile', ({ filePath, data, encoding }) => {
        const bytes =
          typeof data === 'string'
            ? Buffer.from(data, encoding as BufferEncoding | undefined)
            : new Uint8Array(data as ArrayBuffer);
        files.set(String(filePath), bytes);
      }),
      unlink: answer('unlink', ({ filePath }) => {
        if (!files.delete(String(filePath))) throw new Error(`no such file or directory "${String(filePath)}"`);
      }),
      readFile: answer('readFile', ({ filePath }) => {
        const bytes = files.get(String(filePath));
        if (!bytes) throw new Error(`no such file or directory, open "${String(filePath)}"`);
        return { data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) };
      }),
    }),
    login: answer('login', async () => {
      if (!options.loginCode) throw new Error('system error');
      return { code: await options.loginCode() };
    }),
    request: answer(
      'request',
      online((given) => request(options.server, given)),
    ),
    uploadFile: (given: Given) => {
      const task = { onProgressUpdate: (hear: (done: object) => void) => hear({ progress: 100 }), abort: nothing };
      return Object.assign(upload(given), task);
    },
    chooseMessageFile: guarded('chooseMessageFile', ({ count }) => {
      const chosen = (options.chatFiles ?? []).slice(0, Number(count));
      if (chosen.length === 0) throw new Error('cancel');
      return {
        tempFiles: chosen.map(({ name, bytes }, index) => {
          const path = `wxfile://tmp_${index}a7f3${name.slice(name.lastIndexOf('.'))}`;
          files.set(path, new Uint8Array(bytes));
          return { name, path, size: bytes.length, type: 'file', time: 1_795_000_000 };
        }),
      };
    }),
    chooseMedia: guarded('chooseMedia', ({ count }) => {
      const chosen = (options.chatFiles ?? []).slice(0, Number(count));
      if (chosen.length === 0) throw new Error('cancel');
      return {
        type: 'image',
        tempFiles: chosen.map(({ bytes }, index) => {
          const path = `wxfile://tmp_${index}b8c2.jpg`;
          files.set(path, new Uint8Array(bytes));
          return { tempFilePath: path, size: bytes.length, fileType: 'image' };
        }),
      };
    }),
    setClipboardData: guarded('setClipboardData', nothing),
    requirePrivacyAuthorize: guarded('requirePrivacyAuthorize', nothing),
    onNeedPrivacyAuthorization: (listener: Parameters<Privacy['listen']>[0]) => privacy.listen(listener),
    requestPayment: answer('requestPayment', async (given) => {
      if (!options.pays) throw new Error('cancel');
      await options.pays(String(given.package).replace('prepay_id=', ''));
    }),
    scanCode: answer('scanCode', () => {
      if (options.scans === undefined) throw new Error('cancel');
      return { result: options.scans, scanType: 'QR_CODE' };
    }),
    getRandomValues: answer('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    })),
    navigateTo: answer('navigateTo', (given) => navigation.navigateTo(String(given.url))),
    redirectTo: answer('redirectTo', (given) => navigation.redirectTo(String(given.url))),
    switchTab: answer('switchTab', (given) => navigation.switchTab(String(given.url))),
    reLaunch: answer('reLaunch', (given) => navigation.reLaunch(String(given.url))),
    navigateBack: answer('navigateBack', () => navigation.navigateBack()),
  };
  for (const name of [
    'setNavigationBarTitle',
    'showToast',
    'openDocument',
    'previewImage',
    'requestSubscribeMessage',
    'pageScrollTo',
    'makePhoneCall',
    'openPrivacyContract',
    'stopPullDownRefresh',
  ]) {
    wx[name] = answer(name, nothing);
  }
  for (const name of ['onError', 'onUnhandledRejection', 'onPageNotFound', 'onThemeChange']) wx[name] = nothing;
  const sockets = createSockets(options.server, phone, faults);
  const opens = answer('connectSocket', nothing);
  wx.connectSocket = (given: Given) => {
    const task = sockets.connect(given);
    void opens(given);
    return task;
  };
  const hearers = { AppShow: new Set<() => void>(), AppHide: new Set<() => void>(), NetworkStatusChange: new Set() };
  for (const [sign, set] of Object.entries(hearers)) {
    wx[`on${sign}`] = (hear: () => void) => void set.add(hear);
    wx[`off${sign}`] = (hear: () => void) => void set.delete(hear);
  }
  return {
    wx,
    app: {
      hide() {
        for (const hear of hearers.AppHide) hear();
        phone.isHidden = true;
        sockets.breakOff();
      },
      show() {
        phone.isHidden = false;
        for (const hear of hearers.AppShow) hear();
      },
    },
  };
}
