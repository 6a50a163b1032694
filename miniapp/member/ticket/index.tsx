import { useDidShow } from '@tarojs/taro';
import { AskedChange } from '../../features/tickets/asked-change.tsx';
import { TicketDetail } from '../../features/tickets/ticket-detail.tsx';
import { useTicket } from '../../features/tickets/use-tickets.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

export default function TicketPage() {
  const { id } = useParams();
  return (
    <MemberPage title="工单" entry="tickets">
      {(account) => <Ticket key={`${account.id}:${id}`} accountId={account.id} id={Number(id)} />}
    </MemberPage>
  );
}

function Ticket({ accountId, id }: { accountId: number; id: number }) {
  const { data, isError, error, refetch } = useTicket(id);
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  return (
    <>
      <AskedChange id={id} />
      <TicketDetail accountId={accountId} ticket={data} />
    </>
  );
}
