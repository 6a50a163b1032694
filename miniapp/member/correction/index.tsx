import { useEffect } from 'react';
import { pageUrl } from '../../addresses.ts';
import { useCorrectionTicket } from '../../features/corrections/use-corrections.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** Where links of old messages lead: a request for correction is worked on in a ticket. */
export default function CorrectionPage() {
  const { id } = useParams();
  return (
    <MemberPage title="工单" entry="tickets">
      {() => <ToTicket id={Number(id)} />}
    </MemberPage>
  );
}

function ToTicket({ id }: { id: number }) {
  const { data, isError, error, refetch } = useCorrectionTicket(id);
  const ticketId = data?.ticketId;
  useEffect(() => {
    if (ticketId !== undefined) replaceWith(pageUrl('ticket', { id: ticketId }));
  }, [ticketId]);
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  return (
    <Sheet>
      <Skeleton lines={8} />
    </Sheet>
  );
}
