import Taro from '@tarojs/taro';
import type { OpenDocument, SaveDocument } from '../signatures.ts';

// One file per name: WeChat gives a mini-program 200 MB, and names are few.
function write(bytes: ArrayBuffer, name: string): Promise<string> {
  const path = `${Taro.env.USER_DATA_PATH}/${name.replace(/[^\w\u4e00-\u9fff-]/g, '_')}.pdf`;
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath: path,
      data: bytes,
      success: () => resolve(path),
      fail: (fault) => reject(new Error(fault.errMsg)),
    });
  });
}

export const openDocument: OpenDocument = async (bytes, name) => {
  await Taro.openDocument({ filePath: await write(bytes, name), fileType: 'pdf' });
};
export const saveDocument: SaveDocument = async (bytes, name) => {
  await Taro.openDocument({ filePath: await write(bytes, name), fileType: 'pdf', showMenu: true });
};
