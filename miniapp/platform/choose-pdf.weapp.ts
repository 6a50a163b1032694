import Taro from '@tarojs/taro';
import type { ChoosePdf } from './signatures.ts';

/** From a chat: that is where people receive certificates in WeChat. */
export const choosePdf: ChoosePdf = async () => {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (!file) return null;
  const bytes = await new Promise<ArrayBuffer>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: (fault) => reject(new Error(fault.errMsg)),
    });
  });
  return { name: file.name, bytes };
};
