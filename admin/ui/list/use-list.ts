import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Page } from '../../../bff/contract/endpoint.ts';
import { useWhileHere } from '../here.ts';
import type { Paging, PageAt } from './use-address-filters.ts';

/** The menu's counts are asked for as often (shell/use-waiting.ts). */
export const NEWS_MS = 30_000;

/** The list has changed since it was read; it is left as it is until its reader wants to see that. */
export interface News {
  /** How many rows more there are; zero or less: others have come or gone. */
  more: number;
  show(): void;
}
export interface List<Row> {
  query: UseQueryResult<Page<Row>>;
  news: News | undefined;
}
interface ListOptions<Row> {
  paging: Pick<Paging, 'at'>;
  /** By what the list is kept and forgotten: without its page. */
  key: readonly unknown[];
  load(at: PageAt, signal: AbortSignal): Promise<Page<Row>>;
  /** Somebody works it off: what comes in meanwhile is told. Nothing moves under the eyes of whoever reads. */
  isWork?: boolean;
  /** Milliseconds after which it is read again while something of it moves by itself. */
  refetchEvery?(page: Page<Row>): number | false;
}

/** A page of a list at the address where the reader stands. */
export function useList<Row extends { id: number }>(options: ListOptions<Row>): List<Row> {
  const { paging, key, load, isWork = false, refetchEvery } = options;
  const client = useQueryClient();
  const queryKey = [...key, paging.at];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => load(paging.at, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: !isWork,
    refetchInterval: ({ state }) => (state.data && refetchEvery ? refetchEvery(state.data) : false),
  });
  // Asked for by hand alone, so that an act which makes lists be read again does not read this one twice.
  const latest = useQuery({
    queryKey: [...queryKey, 'latest'],
    queryFn: ({ signal }) => load(paging.at, signal),
    enabled: false,
  });
  useWhileHere(() => void (isWork && query.data && latest.refetch()), NEWS_MS);
  const isNewer = latest.data && query.data && latest.dataUpdatedAt > query.dataUpdatedAt;
  if (!isWork || !isNewer || !differs(query.data, latest.data)) return { query, news: undefined };
  const { data } = latest;
  return {
    query,
    news: { more: data.total - query.data.total, show: () => void client.setQueryData(queryKey, data) },
  };
}

const differs = (shown: Page<{ id: number }>, latest: Page<{ id: number }>) =>
  shown.total !== latest.total || shown.items.some(({ id }, at) => latest.items[at]?.id !== id);
