import Taro from '@tarojs/taro';
import { isTabUrl, pageUrl } from '../../addresses.ts';
import type { GoBack, GoTo, ReplaceWith, StartAt } from '../signatures.ts';
import { keepQuery } from '../address/kept-query.ts';
import { showToast } from './show-toast.ts';

/** WeChat opens ten pages on top of each other and refuses the eleventh. */
const MOST_PAGES = 10;

let isOnTheWay = false;

/** A page whose package is still arriving takes a while: the second tap meanwhile is the same wish. */
function once(go: () => Promise<unknown>): void {
  if (isOnTheWay) return;
  isOnTheWay = true;
  go()
    .catch(() => showToast('页面没有打开，请检查网络后重试'))
    .finally(() => (isOnTheWay = false));
}
const isFull = () => Taro.getCurrentPages().length >= MOST_PAGES;

/** WeChat opens a tab without its parameters. */
function toTab(address: string) {
  const [url = '', query = ''] = address.split('?');
  keepQuery(url, query);
  return Taro.switchTab({ url });
}

export const goTo: GoTo = (url) =>
  once(() => (isTabUrl(url) ? toTab(url) : isFull() ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })));
export const replaceWith: ReplaceWith = (url) => void (isTabUrl(url) ? toTab(url) : Taro.redirectTo({ url }));
export const startAt: StartAt = (url) => void Taro.reLaunch({ url });
export const goBack: GoBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else startAt(pageUrl('home'));
};
