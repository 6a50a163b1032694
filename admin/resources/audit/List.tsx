import { Button, type TableColumnsType } from 'antd';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { auditEndpoints, type AuditRow } from '../../../bff/contract/audit/endpoints.ts';
import { AUDIT_ACTIONS, AUDIT_OBJECTS, type AuditAction } from '../../../bff/contract/audit/enums.ts';
import type { ListAudit } from '../../../bff/contract/audit/schemas.ts';
import { call } from '../../providers/call.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { formatSecond } from '../../ui/dates.ts';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { objectUrl } from './object-url.ts';

const filters = [
  { kind: 'text', name: 'actor', label: '操作人员' },
  { kind: 'text', name: 'search', label: '对象或号码' },
  { kind: 'choice', name: 'action', label: '操作', options: AUDIT_ACTIONS },
  { kind: 'date', name: 'from', label: '日期起' },
  { kind: 'date', name: 'to', label: '日期止' },
  { kind: 'choice', name: 'signIns', label: '登录记录', options: { shown: '显示' }, none: '不显示' },
] as const satisfies Filter<string>[];

const columns: TableColumnsType<AuditRow> = [
  { title: '时间', dataIndex: 'at', className: 'figures', render: formatSecond },
  { title: '人员', dataIndex: 'actor' },
  { title: '操作', dataIndex: 'action', render: (action: AuditAction) => AUDIT_ACTIONS[action] },
  { title: '对象', key: 'target', className: 'wrap', render: (_, row) => <Target row={row} /> },
  {
    title: '说明',
    dataIndex: 'detail',
    className: 'wrap',
    render: (detail: string) => <WholeTimes words={detail || '—'} />,
  },
  { title: '来源地址', dataIndex: 'address', className: 'figures' },
];

/** 操作日志: who did what to what, when and from where. It is only read. */
export function AuditList() {
  const address = useAddressFilters(['actor', 'search', 'action', 'from', 'to', 'signIns', 'object', 'objectId']);
  const filter = address.values as Omit<ListAudit, 'cursor' | 'limit'>;
  const list = useList({
    paging: address.paging,
    key: ['audit', address.values],
    load: (at, signal) => call(auditEndpoints.listAudit, { query: { ...filter, ...at } }, signal),
  });
  return (
    <Page
      title="操作日志"
      name="操作日志"
      actions={<ExportButton endpoint={exportEndpoints.exportAudit} input={{ query: filter }} />}
    >
      <FilterBar filters={filters} address={address} />
      {filter.object && (
        <p className="row">
          只看一个{AUDIT_OBJECTS[filter.object]}的记录
          <Button size="small" onClick={() => address.apply({ object: undefined, objectId: undefined })}>
            看全部
          </Button>
        </p>
      )}
      <DataTable<AuditRow>
        {...list}
        paging={address.paging}
        empty="没有符合条件的记录"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{AUDIT_ACTIONS[row.action]}</strong>
              <span>{row.actor}</span>
            </span>
            {row.target && (
              <span>
                <Target row={row} />
              </span>
            )}
            {row.detail && (
              <span className="quiet">
                <WholeTimes words={row.detail} />
              </span>
            )}
            <span className="figures quiet whole">{formatSecond(row.at)}</span>
          </>
        )}
      />
    </Page>
  );
}

function Target({ row }: { row: AuditRow }) {
  const to = row.target && objectUrl(row);
  return to ? <RowLink to={to}>{row.target}</RowLink> : <>{row.target || '—'}</>;
}
