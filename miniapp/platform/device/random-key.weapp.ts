import Taro from '@tarojs/taro';
import type { RandomKey } from '../signatures.ts';

export const randomKey: RandomKey = async () => {
  const { randomValues } = await Taro.getRandomValues({ length: 16 });
  return Array.from(new Uint8Array(randomValues), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
