import Taro from '@tarojs/taro';
import type { ScreenPixels, UseWide } from '../signatures.ts';

export const useWide: UseWide = () => false;

// Styles are written for 375 px and scale with the screen (config/index.ts, designWidth).
export const screenPixels: ScreenPixels = (px) => (px * Taro.getWindowInfo().windowWidth) / 375;
