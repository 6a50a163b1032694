import Taro from '@tarojs/taro';
import { askPrivacy } from '../account/privacy.ts';
import { showToast } from '../page/show-toast.ts';
import type { ChooseProofs, LocalFile } from '../signatures.ts';

/** From a chat: that is where people keep files in WeChat, pictures included. */
export const chooseProofs: ChooseProofs = async (max, endings) => {
  if (!(await askPrivacy())) {
    showToast('未同意隐私保护指引，不能选择文件，可在电脑上办理');
    return [];
  }
  const chosen = await Taro.chooseMessageFile({
    count: max,
    type: 'file',
    extension: [...endings],
  }).catch(() => null);
  return (chosen?.tempFiles ?? []).map(localFile);
};

/** A file that WeChat has lent, by its path. */
export const localFile = ({ name, size, path }: { name: string; size: number; path: string }): LocalFile => ({
  name,
  size,
  send: ({ url, header }, onProgress) =>
    new Promise((resolve, reject) => {
      const task = Taro.uploadFile({
        url,
        filePath: path,
        name: 'file',
        // In the form WeChat writes the name of its temporary copy.
        header: { ...header, 'x-file-name': encodeURIComponent(name) },
        success: ({ statusCode, data }) => resolve({ statusCode, data }),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
      task.onProgressUpdate?.(({ progress }) => onProgress(progress / 100));
    }),
});
