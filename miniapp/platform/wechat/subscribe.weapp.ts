import Taro from '@tarojs/taro';
import type { AskToTell } from '../signatures.ts';

export const askToTell: AskToTell = (templateIds) => {
  if (templateIds.length === 0) return;
  // Refused, or switched off in the settings of WeChat: inbox and mail tell it all the same.
  // entityIds is another platform's.
  const option = { tmplIds: templateIds } as Parameters<typeof Taro.requestSubscribeMessage>[0];
  Taro.requestSubscribeMessage(option).catch(() => undefined);
};
