import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { photoEndpoints } from '../../../bff/contract/photos/endpoints.ts';
import { HANDED_IN_STATES, PHOTO_WAYS, type PhotoState } from '../../../bff/contract/photos/enums.ts';
import type { PhotoRow } from '../../../bff/contract/photos/replies.ts';
import type { ListPhotos } from '../../../bff/contract/photos/schemas.ts';
import { LATE } from '../../../bff/contract/office-hours/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { PhotoTag } from './PhotoTag.tsx';
import { thumbnailAt, usePhotoList } from './use-photos.ts';

const filters = [
  { kind: 'text', name: 'search', label: '姓名或执业证号' },
  { kind: 'text', name: 'firm', label: '执业机构' },
  { kind: 'choice', name: 'state', label: '状态', options: HANDED_IN_STATES },
  { kind: 'choice', name: 'waited', label: '已等待', options: LATE, none: '不限' },
] as const satisfies Filter<string>[];

const href = ({ id }: { id: number }) => pageUrl('photo', { id });

const columns: TableColumnsType<PhotoRow> = [
  { title: '律师', key: 'name', render: (_, row) => <RowLink to={href(row)}>{row.lawyerName}</RowLink> },
  {
    title: '照片',
    key: 'photo',
    render: (_, { id }) => <img className="photo-thumb" src={thumbnailAt(id)} alt="" loading="lazy" />,
  },
  { title: '执业证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
  { title: '执业机构', dataIndex: 'firmName', className: 'wrap', render: (name: string) => name || '—' },
  { title: '核验方式', dataIndex: 'way', render: (way: PhotoRow['way']) => (way ? PHOTO_WAYS[way] : '—') },
  { title: '提交时间', dataIndex: 'at', className: 'figures', render: formatInstant },
  { title: '状态', dataIndex: 'state', render: (state: PhotoState) => <PhotoTag state={state} /> },
];

/** 证件照片: those that wait for staff come first come first served. */
export function PhotoList() {
  const address = useAddressFilters(['search', 'firm', 'state', 'waited'], ['state']);
  const state = (address.values.state || 'pending') as keyof typeof HANDED_IN_STATES;
  const list = usePhotoList(address.paging, { ...address.values, state } as ListPhotos);
  const maySet = useMay()(photoEndpoints.showPhotoSettings);
  return (
    <Page
      title="证件照片"
      name="证件照片"
      {...(maySet && { actions: <Link to={pageUrl('photoSettings')}>照片设置</Link> })}
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<PhotoRow>
        {...list}
        paging={address.paging}
        href={href}
        empty={state === 'pending' ? '没有待核验的照片' : '没有符合条件的照片'}
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.lawyerName}</strong>
              <PhotoTag state={row.state} />
            </span>
            <span className="quiet">
              {row.firmName} <span className="figures whole">{formatInstant(row.at)}</span>
            </span>
          </>
        )}
      />
    </Page>
  );
}
