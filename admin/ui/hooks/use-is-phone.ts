import { useSyncExternalStore } from 'react';

const query = () => (typeof window.matchMedia === 'function' ? window.matchMedia('(max-width: 767px)') : null);

/** Whether the window is as narrow as a phone: lists become cards and the actions move to a bar at the bottom. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => query()?.matches ?? false);

function subscribe(onChange: () => void): () => void {
  const media = query();
  media?.addEventListener('change', onChange);
  return () => media?.removeEventListener('change', onChange);
}
