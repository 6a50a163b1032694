import Taro from '@tarojs/taro';
import type { ShowToast } from '../signatures.ts';

export const showToast: ShowToast = (text) => void Taro.showToast({ title: text, icon: 'none', duration: 2400 });
