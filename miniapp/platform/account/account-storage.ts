import Taro from '@tarojs/taro';

const PREFIX = 'account:';

/** What an account keeps on this device (a draft), until it signs out. Values must be JSON. */
export const accountStorage = {
  read: (accountId: number, name: string): unknown => Taro.getStorageSync(`${PREFIX}${accountId}:${name}`) || null,
  write: (accountId: number, name: string, value: object): void =>
    Taro.setStorageSync(`${PREFIX}${accountId}:${name}`, value),
  forget: (accountId: number, name: string): void => Taro.removeStorageSync(`${PREFIX}${accountId}:${name}`),
  /** Of every account: after signing out nothing typed stays behind. */
  forgetAll(): void {
    for (const key of Taro.getStorageInfoSync().keys) if (key.startsWith(PREFIX)) Taro.removeStorageSync(key);
  },
};
