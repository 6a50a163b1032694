import Taro from '@tarojs/taro';
import { askPrivacy } from '../account/privacy.ts';
import { showToast } from '../page/show-toast.ts';
import type { ChoosePhoto } from '../signatures.ts';
import { localFile } from './choose-proofs.weapp.ts';

/** From the album or the camera, as it is: a picture that WeChat has compressed is soft. */
export const choosePhoto: ChoosePhoto = async () => {
  if (!(await askPrivacy())) {
    showToast('未同意隐私保护指引，不能选择照片，可在电脑上办理');
    return null;
  }
  const chosen = await Taro.chooseMedia({
    count: 1,
    mediaType: ['image'],
    sizeType: ['original'],
    sourceType: ['album', 'camera'],
  }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (!file) return null;
  const path = file.tempFilePath;
  return { ...localFile({ name: path.slice(path.lastIndexOf('/') + 1), size: file.size, path }), preview: path };
};
