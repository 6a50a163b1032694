import { create } from 'zustand';
import { deviceStorage } from '../platform/account/device-storage.ts';

const KEY = 'large-text';

/** 大字模式, remembered on this device whoever signs in. */
export const useLargeText = create<{ isLarge: boolean; toggle(): void }>((set, get) => ({
  isLarge: deviceStorage.read(KEY) === true,
  toggle() {
    const isLarge = !get().isLarge;
    deviceStorage.write(KEY, isLarge);
    set({ isLarge });
  },
}));
