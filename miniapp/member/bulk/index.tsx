import { BulkForm } from '../../features/bulk/bulk-form.tsx';
import { BulkList } from '../../features/bulk/bulk-list.tsx';
import { BulkProgress } from '../../features/bulk/bulk-progress.tsx';
import { BulkPayment } from '../../features/payments/bulk-payment.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { Empty } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** 批量申请: a form and the earlier ones; with an id the progress of one. Firms only. */
export default function BulkPage() {
  const { id } = useParams();
  return (
    <MemberPage title="批量申请" entry="apply">
      {(account) => {
        if (account.kind !== 'firm') {
          return (
            <Sheet>
              <Empty>批量申请仅供律师事务所使用。</Empty>
            </Sheet>
          );
        }
        if (id) {
          return (
            <BulkProgress id={id}>
              {(order) => (order.hasPaper ? <BulkPayment key={order.id} order={order} /> : null)}
            </BulkProgress>
          );
        }
        return (
          <BulkForm account={account}>
            <BulkList />
          </BulkForm>
        );
      }}
    </MemberPage>
  );
}
