import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { certificateEndpoints, type QueueRow } from '../../../bff/contract/certificates/endpoints.ts';
import { APPLICATION_STATES, CERTIFICATE_STANDINGS, ISSUE_STATES } from '../../../bff/contract/certificates/enums.ts';
import {
  APPROVAL_WAYS,
  DOUBTS,
  OUTCOMES,
  QUEUE_SCOPES,
  REVIEW_MODES,
  WAITED,
} from '../../../bff/contract/review/enums.ts';
import { MAX_READING_SET } from '../../../bff/contract/review/limits.ts';
import { typeEndpoints } from '../../../bff/contract/certificate-types/endpoints.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import type { ExportQueue } from '../../../bff/contract/exports/schemas.ts';
import type { ListQueue } from '../../../bff/contract/certificates/schemas.ts';
import { applicationUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { useIsPhone } from '../../ui/hooks/use-is-phone.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { BatchApproval } from './review/BatchApproval.tsx';
import { ApplicationCard } from './ApplicationCard.tsx';
import { allColumns, queueColumns } from './columns.tsx';
import { ApplicationTag, Doubts } from './tags.tsx';

const NAMES = [
  'search',
  'type',
  'state',
  'outcome',
  'mode',
  'issue',
  'standing',
  'waited',
  'scope',
  'doubts',
  'way',
  'from',
  'to',
  'order',
  'applicantKind',
  'applicantId',
] as const;
type Name = (typeof NAMES)[number];
const search: Filter<Name> = { kind: 'text', name: 'search', label: '编号或申请人' };
const allFilters: Filter<Name>[] = [
  { kind: 'choice', name: 'state', label: '申请状态', options: APPLICATION_STATES },
  { kind: 'choice', name: 'outcome', label: '审核结果', options: OUTCOMES },
  { kind: 'choice', name: 'mode', label: '审核方式', options: REVIEW_MODES },
  { kind: 'choice', name: 'issue', label: '证明制作', options: ISSUE_STATES },
  { kind: 'choice', name: 'standing', label: '证明状态', options: CERTIFICATE_STANDINGS },
  { kind: 'choice', name: 'waited', label: '已等待', options: WAITED, none: '不限' },
  { kind: 'choice', name: 'scope', label: '范围', options: QUEUE_SCOPES },
  { kind: 'choice', name: 'doubts', label: '核查结果', options: DOUBTS },
  { kind: 'choice', name: 'way', label: '处理方式', options: APPROVAL_WAYS },
  { kind: 'date', name: 'from', label: '申请日期起' },
  { kind: 'date', name: 'to', label: '申请日期止' },
];
/** Where rows are cards, no head of a column can be pressed. */
const order: Filter<Name> = {
  kind: 'choice',
  name: 'order',
  label: '排序',
  options: { newest: '最新在前', oldest: '最早在前' },
  none: '最新在前',
};

// What still waits has no outcome and no document, and nearly all of it waits for a person; only what waits has an age.
const queueFilters = allFilters.filter(({ name }) => !['state', 'outcome', 'mode', 'issue', 'standing'].includes(name));
const archiveFilters = allFilters.filter(({ name }) => !['waited', 'scope', 'doubts', 'way'].includes(name));

const NOTHING_SEARCHED = Object.fromEntries(
  NAMES.filter((name) => name !== 'state' && name !== 'order').map((name) => [name, undefined]),
);
/** The longest wait is the earliest application. */
const BY_TIME = {
  by: { submittedAt: ['oldest', 'newest'], ageMinutes: ['newest', 'oldest'] },
  isAlwaysSorted: true,
} as const;
/** As many as one batch approves; what is left comes with the next. */
const BATCH = 500;

/** 证明审核 (what waits) and 证明管理 (everything): one list, told apart by the filter in its address. */
export function ApplicationList() {
  const found = useAddressFilters(NAMES, ['state']);
  const [chosen, setChosen] = useState<QueueRow[]>([]);
  const { values } = found;
  const isQueue = values.state === 'pending';
  // 重置 clears the search and stays in the queue.
  const address = isQueue ? { ...found, clear: () => found.apply(NOTHING_SEARCHED) } : found;
  const list = useList({
    paging: address.paging,
    key: ['applications', 'list', values],
    load: (at, signal) => call(certificateEndpoints.listQueue, { query: { ...values, ...at } as ListQueue }, signal),
    isWork: isQueue,
  });
  const types = useTypeOptions();
  const isPhone = useIsPhone();
  const filters = [search, types, ...(isQueue ? queueFilters : archiveFilters), ...(isPhone ? [order] : [])];
  const rows = list.query.data?.items ?? [];
  const chooseAll = async (way: 'batch' | 'reading') => {
    const all = { ...values, way, limit: way === 'batch' ? BATCH : MAX_READING_SET } as ListQueue;
    setChosen((await call(certificateEndpoints.listQueue, { query: all })).items);
  };
  const name = isQueue ? '证明审核' : '证明管理';
  return (
    <Page
      title={name}
      name={name}
      actions={<ExportButton endpoint={exportEndpoints.exportQueue} input={{ query: values as ExportQueue }} />}
    >
      <FilterBar filters={filters} address={address} />
      {isQueue && <BatchApproval chosen={chosen} onChooseAll={chooseAll} onForget={() => setChosen([])} />}
      <DataTable<QueueRow>
        {...list}
        href={applicationUrl}
        paging={address.paging}
        sorting={{ ...BY_TIME, order: values.order ?? 'newest', change: (order) => address.apply({ order }) }}
        empty={isQueue ? <QueueIsEmpty onClear={found.clear} /> : '没有符合条件的申请'}
        columns={isQueue ? queueColumns : allColumns}
        card={(row) => <ApplicationCard row={row} tag={isQueue ? <Doubts row={row} /> : <ApplicationTag {...row} />} />}
        {...(isQueue && {
          selection: {
            ids: chosen.map(({ id }) => id),
            // What was chosen on other pages stays chosen.
            change: (ids: number[]) =>
              setChosen((before) => [
                ...before.filter(({ id }) => !rows.some((row) => row.id === id)),
                ...rows.filter(({ id }) => ids.includes(id)),
              ]),
            canSelect: ({ way, state }: QueueRow) => way !== 'desk' && state === 'pending',
          },
        })}
      />
    </Page>
  );
}

function QueueIsEmpty({ onClear }: { onClear(): void }) {
  return (
    <EmptyState text="没有等待审核的申请">
      <Button onClick={onClear}>查看全部申请</Button>
    </EmptyState>
  );
}

/** Retired types too: certificates of them are still looked for. */
function useTypeOptions(): Filter<Name> {
  const { data = [] } = useQuery({
    queryKey: ['types', 'list'],
    queryFn: ({ signal }) => call(typeEndpoints.listTypesForStaff, {}, signal),
  });
  const options = Object.fromEntries(
    data.map(({ code, label, isRetired }) => [code, isRetired ? `${label}（已停用）` : label]),
  );
  return { kind: 'choice', name: 'type', label: '证明类型', options };
}
