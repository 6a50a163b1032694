import { useQuery } from '@tanstack/react-query';
import { ticketStatisticsEndpoints } from '../../../bff/contract/ticket-statistics/endpoints.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { InlineFailure } from '../../ui/InlineFailure.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import type { Period } from './period.ts';

/** By person, for administrators alone. */
export function People({ period }: { period: Period }) {
  const may = useMay()(ticketStatisticsEndpoints.showTicketPeople);
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['tickets', 'statistics', 'people', period],
    queryFn: ({ signal }) => call(ticketStatisticsEndpoints.showTicketPeople, { query: period }, signal),
    enabled: may,
  });
  if (isError) return <InlineFailure error={error} onRetry={() => void refetch()} />;
  if (!data || data.people.length === 0) return null;
  return (
    <FiguresTable
      title="按人员"
      heading="工作人员"
      rows={data.people.map(({ id, name, ...figures }) => ({
        key: String(id),
        label: name,
        figures,
        list: { ...period, person: String(id) },
      }))}
    />
  );
}
