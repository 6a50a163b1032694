import type { TableColumnsType } from 'antd';
import { recordEndpoints, type DuesRow } from '../../../bff/contract/records/endpoints.ts';
import { DUES_STATES, type DuesState } from '../../../bff/contract/records/enums.ts';
import { call } from '../../providers/call.ts';
import { DuesTag } from './dues.tsx';
import { formatYuan } from '../../ui/form/money.ts';
import { YearlyRecordList } from './YearlyRecordList.tsx';

export const duesColumns: TableColumnsType<DuesRow> = [
  { title: '应缴', dataIndex: 'dueFen', align: 'right', className: 'figures', render: formatYuan },
  { title: '已缴', dataIndex: 'paidFen', align: 'right', className: 'figures', render: formatYuan },
  { title: '状态', key: 'state', render: (_, row) => <DuesTag state={row.state} /> },
  { title: '缴清日期', dataIndex: 'settledOn', className: 'figures', render: (value: string | null) => value ?? '—' },
];

export const duesFigures = ({ year, dueFen, paidFen }: DuesRow): string =>
  `${year}年度 · 应缴 ${formatYuan(dueFen)} · 已缴 ${formatYuan(paidFen)}`;

/** 会费 of all members. */
export function DuesList() {
  return (
    <YearlyRecordList<DuesRow, DuesState>
      slug="dues"
      title="会费"
      add="登记会费"
      empty="没有符合条件的会费记录"
      states={{ label: '缴费状态', options: DUES_STATES }}
      load={(query, signal) => call(recordEndpoints.listDues, { query }, signal)}
      columns={duesColumns}
      tag={({ state }) => <DuesTag state={state} />}
      figures={duesFigures}
    />
  );
}
