import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { daysUntil } from '../../../../bff/contract/dates.ts';
import { CHANGE_STATES, type ProfileChangeState } from '../../../../bff/contract/profile-changes/enums.ts';
import type { ProfileChangeRow } from '../../../../bff/contract/profile-changes/replies.ts';
import type { ListProfileChanges } from '../../../../bff/contract/profile-changes/schemas.ts';
import { PROFILE_DOUBTS } from '../../../../bff/contract/profile/enums.ts';
import { PROFILE, profileSection, SECTION_KEYS, type SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { LATE } from '../../../../bff/contract/office-hours/enums.ts';
import { pageUrl } from '../../../addresses.ts';
import { Grouped } from '../../../ui/Grouped.tsx';
import { formatInstant } from '../../../ui/dates.ts';
import { DataTable } from '../../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../../ui/list/FilterBar.tsx';
import { RowLink } from '../../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../../ui/list/use-address-filters.ts';
import { Page } from '../../../ui/Page.tsx';
import { StateTag } from '../../../ui/StateTag.tsx';
import { BatchPass } from '../BatchPass.tsx';
import { ChangeTag } from './ChangeTag.tsx';
import { useChangeList, usePassChanges } from './use-changes.ts';

const NAMES = ['search', 'firm', 'state', 'section', 'doubts', 'waited'] as const;
const SECTIONS = Object.fromEntries(SECTION_KEYS.map((key) => [key, PROFILE[key].label]));
const FILTERS: Filter<(typeof NAMES)[number]>[] = [
  { kind: 'text', name: 'search', label: '姓名或执业证号' },
  { kind: 'text', name: 'firm', label: '执业机构' },
  { kind: 'choice', name: 'state', label: '状态', options: CHANGE_STATES, none: '待审核' },
  { kind: 'choice', name: 'section', label: '变更内容', options: SECTIONS },
  { kind: 'choice', name: 'doubts', label: '核查结果', options: PROFILE_DOUBTS },
  { kind: 'choice', name: 'waited', label: '已等待', options: LATE, none: '不限' },
];

export const changeHref = ({ id }: { id: number }) => pageUrl('profileChange', { id });

/** How long it has waited, in days. */
const ageOf = ({ createdAt }: ProfileChangeRow): string => {
  const days = daysUntil(Date.now(), Date.parse(createdAt));
  return days < 1 ? '不到1天' : `${days}天`;
};

function Doubts({ row: { doubts } }: { row: ProfileChangeRow }) {
  return doubts === 0 ? <StateTag tone="good" label="无存疑" /> : <StateTag tone="alert" label={`${doubts}处存疑`} />;
}

const columns: TableColumnsType<ProfileChangeRow> = [
  { title: '律师', key: 'name', render: (_, row) => <RowLink to={changeHref(row)}>{row.name}</RowLink> },
  { title: '执业证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
  { title: '执业机构', dataIndex: 'firmName', className: 'wrap', render: (name: string) => name || '—' },
  { title: '变更内容', dataIndex: 'section', render: (key: SectionKey) => profileSection(key).label },
  { title: '核查结果', key: 'doubts', render: (_, row) => <Doubts row={row} /> },
  { title: '提交时间', dataIndex: 'createdAt', className: 'figures', render: formatInstant },
];
export const waitingColumns: TableColumnsType<ProfileChangeRow> = [
  ...columns,
  { title: '已等待', key: 'age', className: 'figures', render: (_, row) => ageOf(row) },
];
const otherColumns: TableColumnsType<ProfileChangeRow> = [
  ...columns,
  { title: '状态', dataIndex: 'state', render: (state: ProfileChangeState) => <ChangeTag state={state} /> },
];

export function ChangeCard({ row, isQueue }: { row: ProfileChangeRow; isQueue: boolean }) {
  return (
    <>
      <span className="card-line">
        <strong>
          {row.name} · {profileSection(row.section).label}
        </strong>
        {isQueue ? <Doubts row={row} /> : <ChangeTag state={row.state} />}
      </span>
      <span className="quiet">
        {row.firmName} {isQueue && `· 已等待${ageOf(row)}`}
      </span>
    </>
  );
}

/** 信息变更: what waits, oldest first; with another state in the address, changes in that one. */
export function ChangeList() {
  const address = useAddressFilters(NAMES, ['state']);
  const [chosen, setChosen] = useState<ProfileChangeRow[]>([]);
  const state = (address.values.state ?? 'waiting') as ProfileChangeState;
  const isQueue = state === 'waiting';
  const list = useChangeList(address.paging, { ...address.values, state } as ListProfileChanges);
  const pass = usePassChanges();
  const rows = list.query.data?.items ?? [];
  return (
    <Page title="信息变更" name="信息变更">
      <FilterBar filters={FILTERS} address={address} />
      {isQueue && (
        <BatchPass
          rows={rows}
          chosen={chosen}
          onChoose={setChosen}
          pass={pass}
          href={changeHref}
          what="份变更"
          detail={({ section }) => `（${profileSection(section).label}）`}
        />
      )}
      <DataTable<ProfileChangeRow>
        {...list}
        paging={address.paging}
        href={changeHref}
        empty={isQueue ? '没有待审核的信息变更' : '没有符合条件的信息变更'}
        columns={isQueue ? waitingColumns : otherColumns}
        card={(row) => <ChangeCard row={row} isQueue={isQueue} />}
        {...(isQueue && {
          selection: {
            ids: chosen.map(({ id }) => id),
            // What was chosen on other pages stays chosen.
            change: (ids: number[]) =>
              setChosen((before) => [
                ...before.filter(({ id }) => !rows.some((row) => row.id === id)),
                ...rows.filter(({ id }) => ids.includes(id)),
              ]),
            canSelect: ({ doubts }: ProfileChangeRow) => doubts === 0,
          },
        })}
      />
    </Page>
  );
}
