import Taro from '@tarojs/taro';
import type { DeviceWords } from '../signatures.ts';

export const deviceWords: DeviceWords = () => {
  const { model = '', platform = '' } = Taro.getDeviceInfo();
  return ['微信小程序', platform, model].filter(Boolean).join(' ');
};
