import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { UsePullDown } from '../signatures.ts';

// Every page can be pulled (app.config.ts).
export const usePullDown: UsePullDown = (refetch) =>
  usePullDownRefresh(() => void refetch().finally(() => void Taro.stopPullDownRefresh()));
