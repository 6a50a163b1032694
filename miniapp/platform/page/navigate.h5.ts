import Taro from '@tarojs/taro';
import { pageUrl } from '../../addresses.ts';
import type { GoBack, GoTo, ReplaceWith, StartAt } from '../signatures.ts';

// Taro keeps every page of the stack in the document; a long session through the side menu would grow without end.
const DEEPEST = 12;

export const goTo: GoTo = (url) => {
  if (Taro.getCurrentPages().length >= DEEPEST) void Taro.reLaunch({ url });
  else void Taro.navigateTo({ url });
};
export const replaceWith: ReplaceWith = (url) => void Taro.redirectTo({ url });
export const startAt: StartAt = (url) => void Taro.reLaunch({ url });
export const goBack: GoBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: pageUrl('home') });
};
