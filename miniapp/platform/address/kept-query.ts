/** Path of a tab page → the query it was last opened with: a tab of the mini-program takes no parameters. */
const kept = new Map<string, string>();
const listeners = new Set<() => void>();

/** What a tab page is about to be opened with. */
export function keepQuery(path: string, query: string): void {
  kept.set(path, query);
  for (const hear of listeners) hear();
}

/** What it was last opened with; empty: nothing. */
export const keptQuery = (path: string): string => kept.get(path) ?? '';

/** Has `hear` called at every change; answers what ends that. */
export function onKeptQuery(hear: () => void): () => void {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}
