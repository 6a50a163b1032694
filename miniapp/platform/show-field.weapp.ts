import Taro from '@tarojs/taro';
import type { ShowField } from './signatures.ts';

export const showField: ShowField = (id) =>
  Taro.nextTick(
    () => void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -96, duration: 160 }).catch(() => undefined),
  );
