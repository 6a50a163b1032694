import { useQuery } from '@tanstack/react-query';
import { seriesEndpoints as series } from '../../../bff/contract/activity-series/endpoints.ts';
import type { ListSeries } from '../../../bff/contract/activity-series/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const seriesKey = (id: string) => ['activity-series', 'one', id] as const;

export const useSeriesList = (paging: Paging, filter: ListSeries) =>
  useList({
    paging,
    key: ['activity-series', 'list', filter],
    load: (at, signal) => call(series.listSeries, { query: { ...filter, ...at } }, signal),
  });

export const useSeries = (id: string) =>
  useQuery({
    queryKey: seriesKey(id),
    queryFn: ({ signal }) => call(series.showSeries, { params: { id } }, signal),
  });
