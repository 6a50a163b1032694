import Taro from '@tarojs/taro';
import type { ScanCode } from '../signatures.ts';

export const scanCode: ScanCode | null = async () => {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result;
  } catch {
    return null; // closed without a code
  }
};
