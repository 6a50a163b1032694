import Taro from '@tarojs/taro';
import type { ShowAttachment } from '../signatures.ts';

const ENDINGS = { pdf: 'pdf', jpeg: 'jpg', png: 'png' } as const;

export const showAttachment: ShowAttachment = async (bytes, { kind }) => {
  // One name a kind: what was looked at before is overwritten, nothing piles up.
  const path = `${Taro.env.USER_DATA_PATH}/attachment.${ENDINGS[kind]}`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath: path,
      data: bytes,
      success: () => resolve(),
      fail: (fault) => reject(new Error(fault.errMsg)),
    });
  });
  if (kind === 'pdf') await Taro.openDocument({ filePath: path, fileType: 'pdf', showMenu: true });
  else await Taro.previewImage({ urls: [path] });
};
