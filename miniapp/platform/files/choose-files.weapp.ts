import Taro from '@tarojs/taro';
import { askPrivacy } from '../account/privacy.ts';
import { showToast } from '../page/show-toast.ts';
import type { ChooseFiles } from '../signatures.ts';

const declined = () => {
  showToast('未同意隐私保护指引，不能选择文件，可用编号和核验码核验');
  return [];
};

/** From a chat: that is where people receive certificates in WeChat. */
export const chooseFiles: ChooseFiles = async () => {
  if (!(await askPrivacy())) return declined();
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (!file) return [];
  const read = () =>
    new Promise<ArrayBuffer>((resolve, reject) => {
      Taro.getFileSystemManager().readFile({
        filePath: file.path,
        success: ({ data }) => resolve(data as ArrayBuffer),
        fail: (fault) => reject(new Error(fault.errMsg)),
      });
    });
  return [{ name: file.name, size: file.size, read }];
};
