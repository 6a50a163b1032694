import { useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { PROFILE_STATES, type ProfileState } from '../../../bff/contract/profile/enums.ts';
import { progressEndpoints, type FirmProgress } from '../../../bff/contract/profile-progress/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Figure } from '../../ui/Figure.tsx';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { Page } from '../../ui/Page.tsx';

const STATES = Object.keys(PROFILE_STATES) as ProfileState[];
const FILTERS: Filter<'search'>[] = [{ kind: 'text', name: 'search', label: '执业机构' }];

const totalOf = (row: FirmProgress): number => STATES.reduce((sum, state) => sum + row[state], 0);
const doneOf = (row: FirmProgress): string =>
  totalOf(row) === 0 ? '—' : `${Math.floor((row.approved * 100) / totalOf(row))}%`;

/** A number that leads to those whom it counts; who has not begun stands in no list. */
function Count({ row, state }: { row: FirmProgress; state: ProfileState }) {
  if (row[state] === 0 || state === 'untouched') return <>{row[state]}</>;
  return <Link to={pageUrl('profiles', { state, firm: row.name })}>{row[state]}</Link>;
}

const columns: TableColumnsType<FirmProgress> = [
  { title: '执业机构', dataIndex: 'name', className: 'wrap' },
  ...STATES.map((state) => ({
    title: PROFILE_STATES[state],
    key: state,
    className: 'figures',
    render: (_: unknown, row: FirmProgress) => <Count row={row} state={state} />,
  })),
  { title: '律师', key: 'total', className: 'figures', render: (_, row) => totalOf(row) },
  { title: '完成率', key: 'done', className: 'figures', render: (_, row) => doneOf(row) },
];

/** 信息补全统计: how many are how far, all together and by firm. */
export function ProfileProgress() {
  const address = useAddressFilters(['search']);
  const all = useQuery({
    queryKey: ['profile-progress', 'all'],
    queryFn: ({ signal }) => call(progressEndpoints.showAllProgress, {}, signal),
  });
  const list = useList({
    paging: address.paging,
    key: ['profile-progress', 'list', address.values],
    load: (at, signal) => call(progressEndpoints.listFirmProgress, { query: { ...address.values, ...at } }, signal),
  });
  return (
    <Page title="信息补全统计" name="信息补全统计">
      <div className="numbers">
        {STATES.map((state) => (
          <Figure
            key={state}
            label={PROFILE_STATES[state]}
            value={all.data?.[state] ?? '—'}
            to={state === 'untouched' ? undefined : pageUrl('profiles', { state })}
          />
        ))}
      </div>
      <FilterBar filters={FILTERS} address={address} />
      <DataTable<FirmProgress>
        {...list}
        paging={address.paging}
        empty="没有符合条件的执业机构"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.name}</strong>
              <span className="figures">{doneOf(row)}</span>
            </span>
            <span className="quiet">
              {STATES.filter((state) => row[state] > 0)
                .map((state) => `${PROFILE_STATES[state]}${row[state]}`)
                .join(' · ') || '没有律师'}
            </span>
          </>
        )}
      />
    </Page>
  );
}
