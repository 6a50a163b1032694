import { Button } from './button.tsx';
import type { Card, ShareButtonProps } from './share-button-props.ts';

/** The device's own share sheet, where the browser has one; phones do. */
export function ShareButton({ title, url }: ShareButtonProps) {
  if (typeof navigator.share !== 'function') return null;
  // Closing the sheet without a choice is no fault.
  const share = () => void navigator.share({ title, url }).catch(() => undefined);
  return (
    <Button kind="text" onTap={share}>
      发送给…
    </Button>
  );
}

/** Only the mini-program asks its pages what a card says. */
export function useShareCards(_fallback: Card, _make?: () => Promise<Card>): void {}

/** Only WeChat's own button sends a card at one tap. */
export function ForwardButton(_props: { className?: string }): null {
  return null;
}
