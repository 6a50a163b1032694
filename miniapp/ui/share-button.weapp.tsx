import { Button as NativeButton } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { CARD_PICTURE } from '../platform/wechat/card-picture.ts';
import { classes } from './classes.ts';
import type { Card, ShareButtonProps } from './share-button-props.ts';
import styles from './share-button.module.css';

/** WeChat sends a card only from a button of its own; what the card says is asked of the page (`useShareCards`). */
export function ShareButton({ title, path }: ShareButtonProps) {
  return (
    <NativeButton className={styles.share} openType="share" data-title={title} data-path={path}>
      发送给朋友
    </NativeButton>
  );
}

/** A card that is made when it is sent: `useShareCards` is told how. */
export function ForwardButton({ className }: { className?: string }) {
  return (
    <NativeButton className={classes('lz-button', styles.forward, className)} openType="share" data-made="now">
      转发
    </NativeButton>
  );
}

/**
 * What a card says: that of the button tapped, that which is made for it, or (the menu of WeChat) nothing of this page.
 * WeChat waits three seconds for one that is made, then sends the fallback.
 */
export function useShareCards(fallback: Card, make?: () => Promise<Card>): void {
  useShareAppMessage(({ from, target }) => {
    const given = (target as { dataset?: { title?: string; path?: string; made?: string } } | undefined)?.dataset;
    const plain = { ...fallback, imageUrl: CARD_PICTURE };
    if (from !== 'button' || !given) return plain;
    if (given.made && make)
      return {
        ...plain,
        promise: make().then(
          (card) => ({ ...card, imageUrl: CARD_PICTURE }),
          () => plain,
        ),
      };
    return given.title && given.path ? { title: given.title, path: given.path, imageUrl: CARD_PICTURE } : plain;
  });
}
