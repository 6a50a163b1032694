import { useQuery } from '@tanstack/react-query';
import { bulkEndpoints, type BulkRow } from '../../../bff/contract/bulk/endpoints.ts';
import { call } from '../../api/client.ts';
import { pageUrl } from '../../addresses.ts';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';

/** Earlier bulk applications of the firm. */
export function BulkList() {
  const orders = useQuery({ queryKey: ['bulk', 'list'], queryFn: () => call(bulkEndpoints.listBulk, {}) });
  return (
    <Sheet title="批量申请记录">
      {orders.isError ? (
        <Failure fault={orders.error} onRetry={() => void orders.refetch()} />
      ) : !orders.data ? (
        <Skeleton lines={3} />
      ) : orders.data.length === 0 ? (
        <Empty>还没有批量申请过证明。</Empty>
      ) : (
        orders.data.map((order) => (
          <Row
            key={order.id}
            href={pageUrl('bulk', { id: order.id })}
            title={order.typeLabel}
            detail={`${shownTime(order.createdAt)}　${order.total} 名律师`}
            value={summaryOf(order)}
          />
        ))
      )}
    </Sheet>
  );
}

function summaryOf({ counts, total, isFinished }: BulkRow): string {
  return isFinished ? `已出具 ${counts.issued}/${total}` : `已处理 ${total - counts.waiting}/${total}`;
}
