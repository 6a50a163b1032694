import { Button as NativeButton } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { CARD_PICTURE } from '../platform/wechat/card-picture.ts';
import type { ShareButtonProps } from './share-button-props.ts';
import styles from './share-button.module.css';

/** WeChat sends a card only from a button of its own; what the card says is asked of the page (`useShareCards`). */
export function ShareButton({ title, path }: ShareButtonProps) {
  return (
    <NativeButton className={styles.share} openType="share" data-title={title} data-path={path}>
      发送给朋友
    </NativeButton>
  );
}

/** What a card says: that of the button tapped, or (the menu of WeChat) nothing of this page. */
export function useShareCards(fallback: { title: string; path: string }): void {
  useShareAppMessage(({ from, target }) => {
    const { title, path } = (target as { dataset?: { title?: string; path?: string } } | undefined)?.dataset ?? {};
    return { ...(from === 'button' && title && path ? { title, path } : fallback), imageUrl: CARD_PICTURE };
  });
}
