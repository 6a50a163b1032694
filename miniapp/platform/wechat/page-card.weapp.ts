import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { CARD_PICTURE } from './card-picture.ts';
import type { UsePlatformCard } from '../signatures.ts';

// Whether the menu offers either is for the page's own configuration to say (enableShareAppMessage, enableShareTimeline).
export const usePlatformCard: UsePlatformCard = ({ title, path, timeline }) => {
  useShareAppMessage(() => ({ title, path, imageUrl: CARD_PICTURE }));
  useShareTimeline(() => ({ title, query: timeline ?? '', imageUrl: CARD_PICTURE }));
};
