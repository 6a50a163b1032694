import { useSyncExternalStore } from 'react';
import { PAGES } from '../../addresses.ts';
import type { UsePageQuery } from '../signatures.ts';

/** Path of a tab page → the query it was last opened with: a tab of the mini-program takes no parameters. */
const kept = new Map<string, string>();
const listeners = new Set<() => void>();

/** What a tab page is about to be opened with. */
export function keepPageQuery(path: string, query: string): void {
  kept.set(path, query);
  for (const hear of listeners) hear();
}

export const usePageQuery: UsePageQuery = (page) => {
  const query = useSyncExternalStore(subscribe, () => kept.get(PAGES[page]) ?? '');
  return [query, (next) => keepPageQuery(PAGES[page], next)];
};

function subscribe(hear: () => void) {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}
