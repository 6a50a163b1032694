import Taro from '@tarojs/taro';
import { askPrivacy } from '../account/privacy.ts';
import { showToast } from '../page/show-toast.ts';
import type { CopyText } from '../signatures.ts';

export const copyText: CopyText = async (text) => {
  if (!(await askPrivacy())) return showToast('未同意隐私保护指引，请长按文字手动复制');
  try {
    // WeChat says 内容已复制 by itself; a second sentence would cover it.
    await Taro.setClipboardData({ data: text });
  } catch {
    showToast('未能复制，请长按文字手动复制');
  }
};
