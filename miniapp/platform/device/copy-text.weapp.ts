import Taro from '@tarojs/taro';
import { askPrivacy } from '../account/privacy.ts';
import type { CopyText } from '../signatures.ts';

export const copyText: CopyText = async (text) => {
  if (!(await askPrivacy())) return false;
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
};
