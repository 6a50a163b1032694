import Taro from '@tarojs/taro';
import { showToast } from '../page/show-toast.ts';
import type { ShowAttachment } from '../signatures.ts';

const ENDINGS = { pdf: 'pdf', jpeg: 'jpg', png: 'png', docx: 'docx', xlsx: 'xlsx', wps: 'wps', et: 'et' } as const;

export const showAttachment: ShowAttachment = async (bytes, { kind }) => {
  if (kind === 'wps' || kind === 'et') return showToast('微信不能打开 WPS、ET 文件，请在电脑上登录后下载');
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
  if (kind === 'jpeg' || kind === 'png') await Taro.previewImage({ urls: [path] });
  else await Taro.openDocument({ filePath: path, fileType: kind, showMenu: true });
};
