import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { PAGE_SIZES, usePageSize } from './page-size.ts';

export interface AddressFilters<Name extends string> {
  /** What the address says now; names that are absent are undefined. */
  values: Partial<Record<Name, string>>;
  /** Writes filters into the address and returns to the first page. Empty values disappear. */
  apply(changes: Partial<Record<Name, string | undefined>>): void;
  clear(): void;
  paging: Paging;
}

/** Which page of a list, as its endpoint is asked for it; without a limit as many rows as the server gives unasked. */
export interface PageAt {
  cursor: string | undefined;
  limit?: string;
}
export interface Paging {
  at: PageAt;
  size: number;
  /** Chooses how many rows a page has, for every list, and returns to the first page. */
  resize(size: number): void;
  toNext(cursor: string): void;
  toPrevious: (() => void) | undefined;
  /** Takes away what is looked for; absent where nothing is. */
  unfilter: (() => void) | undefined;
}

/**
 * Filters and page of a list, kept in the address: they survive reload, can be sent to a colleague, and the browser's
 * back button undoes them. Lists are keyset pages, so the way back is remembered with the history entry.
 * @param names of all filters in the address
 * @param ofList those that say which list it is and how it is ordered; the others are looked for in it
 */
export function useAddressFilters<Name extends string>(
  names: readonly Name[],
  ofList: readonly Name[] = [],
): AddressFilters<Name> {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const trail = trailOf(location.state);
  const cursor = params.get('cursor') ?? undefined;
  const [size, setSize] = usePageSize();
  const go = (next: URLSearchParams, nextTrail: string[]) =>
    void navigate({ search: next.toString() }, { state: { trail: nextTrail } });
  const goTo = (page: string | undefined, nextTrail: string[]) => go(changed(params, { cursor: page }), nextTrail);
  const found = names.filter((name) => !ofList.includes(name) && name !== 'order');
  const forget = (gone: readonly Name[]) =>
    go(changed(params, Object.fromEntries([...gone, 'cursor'].map((name) => [name, undefined]))), []);
  return {
    values: Object.fromEntries(
      names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
    ) as Partial<Record<Name, string>>,
    apply: (changes) => go(changed(params, { ...changes, cursor: undefined }), []),
    clear: () => forget(names),
    paging: {
      at: { cursor, ...(size !== PAGE_SIZES[0] && { limit: String(size) }) },
      size,
      resize: (next) => {
        setSize(next);
        if (cursor !== undefined) goTo(undefined, []);
      },
      toNext: (next) => goTo(next, [...trail, cursor ?? '']),
      // A page opened from a link has no trail: the way back is the first page.
      toPrevious: cursor === undefined ? undefined : () => goTo(trail.at(-1) || undefined, trail.slice(0, -1)),
      unfilter: found.some((name) => params.get(name)) ? () => forget(found) : undefined,
    },
  };
}

function changed(params: URLSearchParams, changes: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

function trailOf(state: unknown): string[] {
  if (state === null || typeof state !== 'object' || !('trail' in state) || !Array.isArray(state.trail)) return [];
  return state.trail.filter((page): page is string => typeof page === 'string');
}
