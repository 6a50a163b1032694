import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { registryEndpoints, type FirmRow } from '../../../bff/contract/registry/endpoints.ts';
import {
  FIRM_KINDS,
  FIRM_NEEDS,
  FIRM_STATUSES,
  type FirmKind,
  type FirmStatus,
} from '../../../bff/contract/registry/enums.ts';
import type { ListFirms } from '../../../bff/contract/registry/schemas.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { sortingBy } from '../../ui/list/sorting.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { FirmStatusTag } from './FirmStatusTag.tsx';

const filters = [
  { kind: 'text', name: 'search', label: '名称或证号' },
  { kind: 'choice', name: 'kind', label: '机构类别', options: FIRM_KINDS },
  { kind: 'choice', name: 'status', label: '状态', options: FIRM_STATUSES },
  { kind: 'choice', name: 'needs', label: '待办', options: FIRM_NEEDS, none: '不限' },
] as const satisfies Filter<string>[];

const href = ({ id }: FirmRow) => pageUrl('firm', { id });

export function FirmList() {
  const address = useAddressFilters(['search', 'kind', 'status', 'needs', 'order']);
  const filter = address.values as Omit<ListFirms, 'cursor' | 'limit'>;
  const list = useList({
    paging: address.paging,
    key: ['firms', 'list', address.values],
    load: (at, signal) => call(registryEndpoints.listFirms, { query: { ...filter, ...at } }, signal),
  });
  return (
    <Page
      title="律所"
      name="律所"
      actions={
        <>
          <ExportButton endpoint={exportEndpoints.exportFirms} input={{ query: filter }} />
          <NewFirm />
        </>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<FirmRow>
        {...list}
        href={href}
        paging={address.paging}
        sorting={sortingBy(['licenceNo', 'lawyerCount'], address)}
        empty="没有符合条件的律所"
        columns={[
          { title: '名称', dataIndex: 'name', render: (name: string, row) => <RowLink to={href(row)}>{name}</RowLink> },
          { title: '类别', dataIndex: 'kind', render: (value: FirmKind) => FIRM_KINDS[value] },
          { title: '执业许可证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
          { title: '统一社会信用代码', dataIndex: 'uscc', render: (value: string) => <Grouped value={value} /> },
          { title: '律师数', dataIndex: 'lawyerCount', align: 'right', className: 'figures' },
          { title: '状态', dataIndex: 'status', render: (value: FirmStatus) => <FirmStatusTag status={value} /> },
        ]}
        card={(row) => (
          <>
            <strong>{row.name}</strong>
            <span className="card-line">
              <Grouped value={row.licenceNo} />
              <FirmStatusTag status={row.status} />
            </span>
          </>
        )}
      />
    </Page>
  );
}

function NewFirm() {
  const navigate = useNavigate();
  if (!useMay()(registryEndpoints.createFirm)) return null;
  return (
    <Button type="primary" onClick={() => void navigate(pageUrl('firmNew'))}>
      新增律所
    </Button>
  );
}
