import { useSyncExternalStore } from 'react';
import type { ScreenPixels, UseWide } from './signatures.ts';

const query = typeof matchMedia === 'function' ? matchMedia('(min-width: 992px)') : null;

export const useWide: UseWide = () => useSyncExternalStore(watch, () => query?.matches ?? false);

function watch(onChange: () => void): () => void {
  // Safari before 14 knows only addListener; it then keeps the width it started with.
  query?.addEventListener?.('change', onChange);
  return () => query?.removeEventListener?.('change', onChange);
}

export const screenPixels: ScreenPixels = (px) => px;
