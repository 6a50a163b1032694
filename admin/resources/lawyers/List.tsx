import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { registryEndpoints, type LawyerRow } from '../../../bff/contract/registry/endpoints.ts';
import {
  LAWYER_CATEGORIES,
  LAWYER_NEEDS,
  LAWYER_STATUSES,
  type LawyerCategory,
  type LawyerStatus,
} from '../../../bff/contract/registry/enums.ts';
import type { ListLawyers } from '../../../bff/contract/registry/schemas.ts';
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
import { OfFirm } from './OfFirm.tsx';
import { LawyerStatusTag } from './LawyerStatusTag.tsx';

const filters = [
  { kind: 'text', name: 'search', label: '姓名或执业证号' },
  { kind: 'choice', name: 'category', label: '执业类别', options: LAWYER_CATEGORIES },
  { kind: 'choice', name: 'status', label: '状态', options: LAWYER_STATUSES },
  { kind: 'choice', name: 'needs', label: '待办', options: LAWYER_NEEDS, none: '不限' },
] as const satisfies Filter<string>[];

const href = ({ id }: { id: number }) => pageUrl('lawyer', { id });

export function LawyerList() {
  const address = useAddressFilters(['search', 'category', 'status', 'needs', 'firmId', 'order']);
  const filter = address.values as Omit<ListLawyers, 'cursor' | 'limit'>;
  const { firmId } = address.values;
  const list = useList({
    paging: address.paging,
    key: ['lawyers', 'list', address.values],
    load: (at, signal) => call(registryEndpoints.listLawyers, { query: { ...filter, ...at } }, signal),
  });
  return (
    <Page
      title="律师"
      name="律师"
      actions={
        <>
          <ExportButton endpoint={exportEndpoints.exportLawyers} input={{ query: filter }} />
          <NewLawyer />
        </>
      }
    >
      <FilterBar filters={filters} address={address} />
      {firmId && <OfFirm firmId={firmId} onClear={() => address.apply({ firmId: undefined })} />}
      <DataTable<LawyerRow>
        {...list}
        href={href}
        paging={address.paging}
        sorting={sortingBy(['licenceNo'], address)}
        empty="没有符合条件的律师"
        columns={[
          { title: '姓名', dataIndex: 'name', render: (name: string, row) => <RowLink to={href(row)}>{name}</RowLink> },
          { title: '执业证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
          { title: '执业类别', dataIndex: 'category', render: (value: LawyerCategory) => LAWYER_CATEGORIES[value] },
          { title: '执业机构', dataIndex: 'firmName', className: 'wrap', render: (name: string) => name || '—' },
          { title: '状态', dataIndex: 'status', render: (value: LawyerStatus) => <LawyerStatusTag status={value} /> },
        ]}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.name}</strong>
              <LawyerStatusTag status={row.status} />
            </span>
            <span className="quiet">
              <Grouped value={row.licenceNo} />
            </span>
            <span className="quiet">{row.firmName || '无执业机构'}</span>
          </>
        )}
      />
    </Page>
  );
}

function NewLawyer() {
  const navigate = useNavigate();
  if (!useMay()(registryEndpoints.createLawyer)) return null;
  return (
    <Button type="primary" onClick={() => void navigate(pageUrl('lawyerNew'))}>
      新增律师
    </Button>
  );
}
