import { paymentEndpoints, type BillRow } from '../../../bff/contract/payments/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { BillCard, billColumns, NO_BILLS } from './Bills.tsx';

/** Without what is printed and filed. */
const columns = billColumns.filter(({ title }) => title !== '操作日志条数与校验值');

/** The last days that were compared with WeChat Pay, on the home of finance. */
export function LatestBills() {
  return (
    <ShortList<BillRow>
      title="最近的对账"
      all={{ to: pageUrl('bills'), label: '全部账单' }}
      queryKey={['payment-bills', 'latest']}
      load={(at, signal) => call(paymentEndpoints.listBills, { query: at }, signal)}
      columns={columns}
      card={(row) => <BillCard row={row} />}
      href={() => pageUrl('bills')}
      empty={NO_BILLS}
    />
  );
}
