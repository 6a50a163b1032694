import Taro from '@tarojs/taro';
import { create } from 'zustand';

const KEY = 'large-text';

/** 大字模式, remembered on this device whoever signs in. */
export const useLargeText = create<{ isLarge: boolean; toggle(): void }>((set, get) => ({
  isLarge: Taro.getStorageSync(KEY) === true,
  toggle() {
    const isLarge = !get().isLarge;
    Taro.setStorageSync(KEY, isLarge);
    set({ isLarge });
  },
}));
