import { paymentEndpoints, type StaffPaymentRow } from '../../../bff/contract/payments/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { PaymentCard, paymentColumns, paymentHref } from './List.tsx';

/** Without the number, which is for looking one up. */
const columns = paymentColumns.filter(({ title }) => title !== '商户订单号');

/** What was paid last, on the home of finance. */
export function LatestPayments() {
  return (
    <ShortList<StaffPaymentRow>
      title="最近的订单"
      all={{ to: pageUrl('payments'), label: '全部订单' }}
      queryKey={['payments', 'list', 'latest']}
      load={(at, signal) => call(paymentEndpoints.listPayments, { query: at }, signal)}
      columns={columns}
      card={(row) => <PaymentCard row={row} />}
      href={paymentHref}
      empty="还没有订单"
    />
  );
}
