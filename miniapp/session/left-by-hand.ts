import Taro from '@tarojs/taro';

const KEY = 'left-by-hand';

/** Whether somebody signed out on this device and wants to stay out. */
export const leftByHand = {
  is: (): boolean => Boolean(Taro.getStorageSync(KEY)),
  note: (): void => Taro.setStorageSync(KEY, true),
  forget: (): void => Taro.removeStorageSync(KEY),
};
