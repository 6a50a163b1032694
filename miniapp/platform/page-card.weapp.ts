import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import type { UsePlatformCard } from './signatures.ts';

/** 5:4, copied into the package (config/index.ts); without one WeChat takes a picture of the screen, names and all. */
export const CARD_PICTURE = '/assets/share-card.png';

// Whether the menu offers either is for the page's own configuration to say (enableShareAppMessage, enableShareTimeline).
export const usePlatformCard: UsePlatformCard = ({ title, path, timeline }) => {
  useShareAppMessage(() => ({ title, path, imageUrl: CARD_PICTURE }));
  useShareTimeline(() => ({ title, query: timeline ?? '', imageUrl: CARD_PICTURE }));
};
