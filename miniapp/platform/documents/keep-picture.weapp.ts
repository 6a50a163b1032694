import Taro from '@tarojs/taro';
import type { KeepPicture } from '../signatures.ts';

/** The file before this one: WeChat keeps what was written until somebody removes it. */
let last = '';

// In a file, because what is handed to a page goes through setData, which is slow beyond some kilobytes. A new name each
// time, because images are remembered by name.
export const keepPicture: KeepPicture = (jpeg) => {
  const files = Taro.getFileSystemManager();
  const path = `${Taro.env.USER_DATA_PATH}/page-${Date.now()}.jpg`;
  return new Promise((resolve, reject) => {
    files.writeFile({
      filePath: path,
      data: jpeg,
      encoding: 'base64',
      success: () => {
        if (last) files.unlink({ filePath: last, fail: () => undefined });
        last = path;
        resolve(path);
      },
      fail: (fault) => reject(new Error(fault.errMsg)),
    });
  });
};
