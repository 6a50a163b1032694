import { Button, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import { SERIES_WAYS, type SeriesWay } from '../../../bff/contract/activity-series/enums.ts';
import type { SeriesRow } from '../../../bff/contract/activity-series/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { neededInWords } from './needed-in-words.ts';
import { useSeriesList } from './use-series.ts';

const filters = [{ kind: 'text', name: 'search', label: '系列名称' }] as const satisfies Filter<string>[];
const hrefOf = ({ id }: SeriesRow) => pageUrl('series', { id });

const columns: TableColumnsType<SeriesRow> = [
  {
    title: '系列',
    key: 'title',
    className: 'wrap',
    render: (_, row) => <RowLink to={hrefOf(row)}>{row.title}</RowLink>,
  },
  { title: '报名方式', dataIndex: 'way', render: (way: SeriesWay) => SERIES_WAYS[way] },
  { title: '场次', dataIndex: 'sessionCount', className: 'figures' },
  { title: '学时', dataIndex: 'needed', className: 'wrap', render: neededInWords },
];

/** 活动系列, the latest first. */
export function SeriesList() {
  const navigate = useNavigate();
  const address = useAddressFilters(['search']);
  const { search } = address.values;
  const list = useSeriesList(address.paging, search ? { search } : {});
  return (
    <Page
      title="活动系列"
      name="活动系列"
      actions={
        <Button type="primary" onClick={() => void navigate(pageUrl('seriesNew'))}>
          新增系列
        </Button>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<SeriesRow>
        {...list}
        paging={address.paging}
        href={hrefOf}
        empty="没有系列"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.title}</strong>
              <span>{SERIES_WAYS[row.way]}</span>
            </span>
            <span>
              {row.sessionCount}场 · {neededInWords(row.needed)}
            </span>
          </>
        )}
      />
    </Page>
  );
}
