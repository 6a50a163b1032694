import type { TableColumnsType } from 'antd';
import { recordEndpoints, type DuesRow } from '../../../bff/contract/records/endpoints.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { DuesTag } from './dues.tsx';
import { duesColumns, duesFigures } from './DuesList.tsx';
import { memberColumns, YearlyCard } from './YearlyRecordList.tsx';

/** Nothing here is settled yet: no day of it is shown. */
const columns: TableColumnsType<DuesRow> = [
  ...memberColumns<DuesRow>(),
  ...duesColumns.filter(({ title }) => title !== '缴清日期'),
];

/** Who still owes dues, on the home of finance. */
export function UnpaidDues() {
  return (
    <ShortList<DuesRow>
      title="未缴清的会费"
      all={{ to: pageUrl('dues', { state: 'unpaid' }), label: '全部未缴清的会费' }}
      queryKey={['records', 'dues', 'unpaid']}
      load={(at, signal) => call(recordEndpoints.listDues, { query: { ...at, state: 'unpaid' } }, signal)}
      columns={columns}
      card={(row) => (
        <YearlyCard name={row.subjectName} tag={<DuesTag state={row.state} />} figures={duesFigures(row)} />
      )}
      href={({ subjectKind, subjectId }) => subjectUrl(subjectKind, subjectId)}
      empty="会费均已缴清"
    />
  );
}
