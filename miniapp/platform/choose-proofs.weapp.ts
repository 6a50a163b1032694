import Taro from '@tarojs/taro';
import type { ChooseProofs, LocalFile } from './signatures.ts';

/** From a chat: that is where people keep files in WeChat, pictures included. */
export const chooseProofs: ChooseProofs = async (max) => {
  const chosen = await Taro.chooseMessageFile({
    count: max,
    type: 'file',
    extension: ['pdf', 'jpg', 'jpeg', 'png'],
  }).catch(() => null);
  return (chosen?.tempFiles ?? []).map(localFile);
};

const localFile = ({ name, size, path }: { name: string; size: number; path: string }): LocalFile => ({
  name,
  size,
  send: ({ url, header }, onProgress) =>
    new Promise((resolve, reject) => {
      const task = Taro.uploadFile({
        ...{ url, header, filePath: path, fileName: name, name: 'file' },
        success: ({ statusCode, data }) => resolve({ statusCode, data }),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
      task.onProgressUpdate?.(({ progress }) => onProgress(progress / 100));
    }),
});
