import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { auditEndpoints, type AuditRow } from '../../../bff/contract/audit/endpoints.ts';
import { AUDIT_ACTIONS, type AuditAction } from '../../../bff/contract/audit/enums.ts';
import { call } from '../../providers/call.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';

const filters = [
  { kind: 'text', name: 'search', label: '人员或对象' },
  { kind: 'choice', name: 'action', label: '操作', options: AUDIT_ACTIONS },
  { kind: 'date', name: 'from', label: '日期起' },
  { kind: 'date', name: 'to', label: '日期止' },
] as const satisfies Filter<string>[];

const columns: TableColumnsType<AuditRow> = [
  { title: '时间', dataIndex: 'at', className: 'figures', render: formatInstant },
  { title: '人员', dataIndex: 'actor' },
  { title: '操作', dataIndex: 'action', render: (action: AuditAction) => AUDIT_ACTIONS[action] },
  { title: '对象', dataIndex: 'target', className: 'wrap', render: (target: string) => target || '—' },
  { title: '说明', dataIndex: 'detail', className: 'wrap', render: (detail: string) => detail || '—' },
  { title: '来源地址', dataIndex: 'address', className: 'figures' },
];

/** 操作日志: who did what to what, when and from where. It is only read. */
export function AuditList() {
  const address = useAddressFilters(['search', 'action', 'from', 'to']);
  const { action, ...rest } = address.values;
  const { cursor } = address.paging;
  const query = useQuery({
    queryKey: ['audit', address.values, cursor],
    queryFn: ({ signal }) =>
      call(auditEndpoints.listAudit, { query: { ...rest, action: action as AuditAction, cursor } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="操作日志"
      name="操作日志"
      actions={
        <ExportButton
          endpoint={exportEndpoints.exportAudit}
          input={{ query: { ...rest, action: action as AuditAction } }}
        />
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<AuditRow>
        query={query}
        paging={address.paging}
        empty="没有符合条件的记录"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{AUDIT_ACTIONS[row.action]}</strong>
              <span>{row.actor}</span>
            </span>
            {row.target && <span>{row.target}</span>}
            {row.detail && <span className="quiet">{row.detail}</span>}
            <span className="figures quiet">{formatInstant(row.at)}</span>
          </>
        )}
      />
    </Page>
  );
}
