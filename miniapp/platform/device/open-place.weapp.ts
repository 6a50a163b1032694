import Taro from '@tarojs/taro';
import { showToast } from '../page/show-toast.ts';
import type { OpenPlace } from '../signatures.ts';

export const openPlace: OpenPlace = async ({ latitude, longitude, name, address }) => {
  try {
    await Taro.openLocation({ latitude, longitude, name, address });
  } catch {
    showToast('未能打开地图');
  }
};
