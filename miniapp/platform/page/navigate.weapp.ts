import Taro from '@tarojs/taro';
import { isTabUrl, pageUrl } from '../../addresses.ts';
import type { GoBack, GoTo, ReplaceWith, StartAt } from '../signatures.ts';

export const goTo: GoTo = (url) => void (isTabUrl(url) ? Taro.switchTab({ url }) : Taro.navigateTo({ url }));
export const replaceWith: ReplaceWith = (url) =>
  void (isTabUrl(url) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }));
export const startAt: StartAt = (url) => void Taro.reLaunch({ url });
export const goBack: GoBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else startAt(pageUrl('home'));
};
