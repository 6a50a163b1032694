import { seriesEndpoints } from '../../../../bff/contract/activity-series/endpoints.ts';
import { call } from '../../../providers/call.ts';
import { RemoteSelect, type Choice } from '../../../ui/form/RemoteSelect.tsx';

async function search(text: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await call(seriesEndpoints.listSeries, { query: text ? { search: text } : {} }, signal);
  return items.map(({ id, title }) => ({ value: id, label: title }));
}

/** Chooses the series that an activity is a session of. antd's form hands value and onChange. */
export const SeriesInput = (props: { id?: string; value?: Choice | null; onChange?(value: Choice | null): void }) => (
  <RemoteSelect {...props} cacheKey={['activity-series', 'search']} search={search} placeholder="输入系列名称查找" />
);

/** What was chosen, where two versions are compared. */
export const seriesInWords = (value: unknown): string => (value as Choice | null)?.label ?? '';
