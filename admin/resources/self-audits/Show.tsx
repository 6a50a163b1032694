import type { TableColumnsType } from 'antd';
import { Link, useParams } from 'react-router';
import { selfAuditEndpoints, type SelfAuditFaultRow } from '../../../bff/contract/self-audit/endpoints.ts';
import { SELF_AUDIT_FAULTS } from '../../../bff/contract/self-audit/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

/** What was wrong in one round of 证明自检, each with the way to the application. */
export function SelfAuditShow() {
  const { id = '' } = useParams();
  const address = useAddressFilters([]);
  const list = useList({
    paging: address.paging,
    key: ['self-audits', id],
    load: (at, signal) => call(selfAuditEndpoints.listSelfAuditFaults, { params: { id }, query: at }, signal),
  });
  return (
    <Page title="自检结果" name="自检结果" back={{ to: pageUrl('selfAudits'), label: '证明自检' }}>
      <DataTable<SelfAuditFaultRow>
        {...list}
        paging={address.paging}
        empty="没有发现问题"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{SELF_AUDIT_FAULTS[row.kind]}</strong>
              <Certificate row={row} />
            </span>
            <span className="quiet">{row.detail}</span>
          </>
        )}
      />
    </Page>
  );
}

const columns: TableColumnsType<SelfAuditFaultRow> = [
  { title: '问题', dataIndex: 'kind', render: (kind: SelfAuditFaultRow['kind']) => SELF_AUDIT_FAULTS[kind] },
  { title: '编号', key: 'number', className: 'figures', render: (_, row) => <Certificate row={row} /> },
  { title: '说明', dataIndex: 'detail', className: 'wrap' },
];

function Certificate({ row }: { row: SelfAuditFaultRow }) {
  if (row.applicationId === null) return <>—</>;
  return <Link to={pageUrl('application', { id: row.applicationId })}>{row.number}</Link>;
}
