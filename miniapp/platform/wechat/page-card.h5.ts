import { useEffect } from 'react';
import { jsSdk } from './js-sdk.h5.ts';
import type { UsePlatformCard } from '../signatures.ts';

export const usePlatformCard: UsePlatformCard = ({ title, description }, sign) => {
  useEffect(() => {
    // A card less is no fault: WeChat then draws one of the page's own head (bff/http/pages/link-card.ts).
    announce({ title, description }, sign).catch(() => undefined);
  }, [title, description, sign]);
};

async function announce(
  { title, description }: { title: string; description: string },
  sign: Parameters<UsePlatformCard>[1],
): Promise<void> {
  const link = location.href.split('#')[0] ?? '';
  const sdk = await jsSdk(() => sign(link));
  const card = { title, link, imgUrl: `${location.origin}/static/link-card.png` };
  sdk?.updateAppMessageShareData({ ...card, desc: description });
  sdk?.updateTimelineShareData(card);
}
