import { useSyncExternalStore } from 'react';
import type { ScreenPixels, UseWide } from '../signatures.ts';

const wide = () => matchMedia('(min-width: 992px)');

export const useWide: UseWide = () => useSyncExternalStore(watch, () => wide().matches);

function watch(onChange: () => void): () => void {
  const query = wide();
  // Safari before 14 knows only addListener; there the page keeps the width it started with.
  query.addEventListener?.('change', onChange);
  return () => query.removeEventListener?.('change', onChange);
}

export const screenPixels: ScreenPixels = (px) => px;
