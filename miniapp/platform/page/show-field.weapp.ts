import Taro from '@tarojs/taro';
import type { ShowField, ShowTop } from '../signatures.ts';

export const showField: ShowField = (id) =>
  Taro.nextTick(
    () => void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -96, duration: 160 }).catch(() => undefined),
  );

export const showTop: ShowTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
