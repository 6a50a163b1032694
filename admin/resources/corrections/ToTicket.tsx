import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Navigate, useParams } from 'react-router';
import { correctionEndpoints } from '../../../bff/contract/corrections/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';

/** The list of 更正申请 as it was: what waits of it stands among the tickets. */
export const ToTickets = () => <Navigate replace to={pageUrl('tickets')} />;

/** The page of one of them as it was: leads to its ticket. */
export function ToTicket() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['corrections', 'ticket', id],
    queryFn: ({ signal }) => call(correctionEndpoints.findCorrection, { params: { id } }, signal),
  });
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  return <Navigate replace to={pageUrl('ticket', { id: data.ticketId })} />;
}
