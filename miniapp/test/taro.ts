import { useEffect, useRef } from 'react';

/** Taro as the tests need it: storage in memory, navigation recorded, requests answered by test/fake-api.ts. */
(globalThis as { API_ORIGIN?: string }).API_ORIGIN = '';

export interface TaroRequest {
  url: string;
  method: string;
  data?: string;
  header: Record<string, string>;
  responseType: string;
}
export interface TaroReply {
  statusCode: number;
  data: unknown;
}

export const storage = new Map<string, unknown>();
/** `navigateTo /member/apply/index`, in order. */
export const visits: string[] = [];
export const taroState = {
  path: '/pages/home/index',
  params: {} as Record<string, string>,
  answer: (request: TaroRequest): Promise<TaroReply> => Promise.reject(new Error(`nobody answers ${request.url}`)),
};

const hearers = new Set<() => void>();
/** What Taro says on H5 when the address has changed. */
export const taroRouterChanges = (): void => [...hearers].forEach((hear) => hear());

const visit =
  (name: string) =>
  ({ url = '' } = {}) => {
    visits.push(`${name} ${url}`.trim());
    return Promise.resolve();
  };

const Taro = {
  request: (options: TaroRequest) => taroState.answer(options),
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.parse(JSON.stringify(value))),
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  navigateTo: visit('navigateTo'),
  redirectTo: visit('redirectTo'),
  reLaunch: visit('reLaunch'),
  navigateBack: visit('navigateBack'),
  switchTab: visit('switchTab'),
  getCurrentPages: () => [{}, {}],
  getCurrentInstance: () => ({ router: { path: taroState.path } }),
  eventCenter: {
    on: (_event: string, hear: () => void) => void hearers.add(hear),
    off: (_event: string, hear: () => void) => void hearers.delete(hear),
  },
  nextTick: (work: () => void) => setTimeout(work, 0),
  setNavigationBarTitle: () => Promise.resolve(),
  useRouter: () => ({ path: taroState.path, params: taroState.params }),
};
export default Taro;

export function useDidShow(work: () => void): void {
  // A page shows once in a test: when it is drawn.
  const first = useRef(work);
  useEffect(() => first.current(), []);
}
export function usePageNotFound(): void {}
/** Pages of a test have no end to scroll to. */
export function useReachBottom(_work: () => void): void {}
/** Pages of a test are never covered by another. */
export function useDidHide(_work: () => void): void {}
