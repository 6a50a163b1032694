import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { daysUntil } from '../../../bff/contract/dates.ts';
import { PROFILE_DOUBTS, PROFILE_STATES, type ProfileState } from '../../../bff/contract/profile/enums.ts';
import { PROFILE, profileSection, SECTION_KEYS } from '../../../bff/contract/profile/profile.ts';
import type { ProfileRow } from '../../../bff/contract/profile/replies.ts';
import type { ListProfiles } from '../../../bff/contract/profile/schemas.ts';
import { LATE } from '../../../bff/contract/office-hours/enums.ts';
import { regionName } from '../../../bff/contract/regions/regions.ts';
import { pageUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { BatchPass } from './BatchPass.tsx';
import { ExportSections } from './ExportSections.tsx';
import { ProfileTag } from './ProfileTag.tsx';
import { usePass, useProfileList, useRegions } from './use-profiles.ts';

const NAMES = ['search', 'firm', 'state', 'region', 'section', 'doubts', 'waited'] as const;
type Name = (typeof NAMES)[number];
const SECTIONS = Object.fromEntries(SECTION_KEYS.map((key) => [key, PROFILE[key].label]));
const { untouched: _untouched, ...STATES } = PROFILE_STATES;

export const profileHref = ({ id }: { id: number }) => pageUrl('profile', { id });

/** How long it has waited, in days. */
const ageOf = ({ submittedAt }: ProfileRow): string => {
  if (!submittedAt) return '—';
  const days = daysUntil(Date.now(), Date.parse(submittedAt));
  return days < 1 ? '不到1天' : `${days}天`;
};

const changedOf = ({ changed }: ProfileRow): string =>
  changed.length > SHOWN
    ? `${changed
        .slice(0, SHOWN)
        .map((key) => profileSection(key).label)
        .join('、')}等${changed.length}项`
    : changed.map((key) => profileSection(key).label).join('、') || '—';
/** More are counted. */
const SHOWN = 3;

function Doubts({ row: { doubts } }: { row: ProfileRow }) {
  return doubts === 0 ? <StateTag tone="good" label="无存疑" /> : <StateTag tone="alert" label={`${doubts}处存疑`} />;
}

const columns: TableColumnsType<ProfileRow> = [
  { title: '律师', key: 'name', render: (_, row) => <RowLink to={profileHref(row)}>{row.name}</RowLink> },
  { title: '执业证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
  { title: '执业机构', dataIndex: 'firmName', className: 'wrap', render: (name: string) => name || '—' },
  { title: '地区', dataIndex: 'region', render: (code: string) => regionName(code) ?? '—' },
  { title: '有改动的内容', key: 'changed', className: 'wrap', render: (_, row) => changedOf(row) },
  { title: '核查结果', key: 'doubts', render: (_, row) => <Doubts row={row} /> },
];
export const waitingColumns: TableColumnsType<ProfileRow> = [
  ...columns,
  { title: '提交时间', dataIndex: 'submittedAt', className: 'figures', render: formatInstant },
  { title: '已等待', key: 'age', className: 'figures', render: (_, row) => ageOf(row) },
];
const otherColumns: TableColumnsType<ProfileRow> = [
  ...columns,
  {
    title: '提交时间',
    dataIndex: 'submittedAt',
    className: 'figures',
    render: (at: string | null) => (at ? formatInstant(at) : '—'),
  },
  { title: '状态', dataIndex: 'state', render: (state: ProfileState) => <ProfileTag state={state} /> },
];

/** A profile in two lines. */
export function ProfileCard({ row, isQueue }: { row: ProfileRow; isQueue: boolean }) {
  return (
    <>
      <span className="card-line">
        <strong>{row.name}</strong>
        {isQueue ? <Doubts row={row} /> : <ProfileTag state={row.state} />}
      </span>
      <span className="quiet">
        {row.firmName} {isQueue && `· 已等待${ageOf(row)}`}
      </span>
    </>
  );
}

/** 信息审核: what waits, oldest first; with another state in the address, profiles in that one. */
export function ProfileList() {
  const address = useAddressFilters(NAMES, ['state']);
  const [chosen, setChosen] = useState<ProfileRow[]>([]);
  const state = (address.values.state ?? 'waiting') as ProfileState;
  const isQueue = state === 'waiting';
  const list = useProfileList(address.paging, { ...address.values, state } as ListProfiles);
  const pass = usePass();
  const rows = list.query.data?.items ?? [];
  return (
    <Page
      title="信息审核"
      name="信息审核"
      actions={<ExportSections search={address.values.search} firm={address.values.firm} />}
    >
      <FilterBar filters={useFilters()} address={address} />
      {isQueue && (
        <BatchPass
          rows={rows}
          chosen={chosen}
          onChoose={setChosen}
          pass={pass}
          href={profileHref}
          what="位律师提交的信息"
        />
      )}
      <DataTable<ProfileRow>
        {...list}
        paging={address.paging}
        href={profileHref}
        empty={isQueue ? '没有待审核的会员信息' : '没有符合条件的会员信息'}
        columns={isQueue ? waitingColumns : otherColumns}
        card={(row) => <ProfileCard row={row} isQueue={isQueue} />}
        {...(isQueue && {
          selection: {
            ids: chosen.map(({ id }) => id),
            // What was chosen on other pages stays chosen.
            change: (ids: number[]) =>
              setChosen((before) => [
                ...before.filter(({ id }) => !rows.some((row) => row.id === id)),
                ...rows.filter(({ id }) => ids.includes(id)),
              ]),
            canSelect: ({ doubts }: ProfileRow) => doubts === 0,
          },
        })}
      />
    </Page>
  );
}

function useFilters(): Filter<Name>[] {
  const { data } = useRegions();
  const regions = (data?.items ?? []).map(({ region, count }): [string, string] => [
    region,
    `${regionName(region) ?? region}（${count}）`,
  ]);
  return [
    { kind: 'text', name: 'search', label: '姓名或执业证号' },
    { kind: 'text', name: 'firm', label: '执业机构' },
    { kind: 'choice', name: 'state', label: '状态', options: STATES, none: '待审核' },
    { kind: 'choice', name: 'region', label: '地区', options: new Map(regions) },
    { kind: 'choice', name: 'section', label: '有改动的内容', options: SECTIONS },
    { kind: 'choice', name: 'doubts', label: '核查结果', options: PROFILE_DOUBTS },
    { kind: 'choice', name: 'waited', label: '已等待', options: LATE, none: '不限' },
  ];
}
