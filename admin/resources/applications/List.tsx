import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { certificateEndpoints, type QueueRow } from '../../../bff/contract/endpoints/certificates.ts';
import { APPLICATION_STATES, OUTCOMES, REVIEW_MODES } from '../../../bff/contract/enums.ts';
import type { ListQueue } from '../../../bff/contract/schemas/applications.ts';
import { call } from '../../providers/call.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar, type Filter } from '../../ui/FilterBar.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Page } from '../../ui/Page.tsx';
import { useAddressFilters } from '../../ui/use-address-filters.ts';
import { BatchApproval } from './BatchApproval.tsx';
import { ApplicationCard } from './ApplicationCard.tsx';
import { allColumns, queueColumns } from './columns.tsx';
import { applicationHref } from './href.ts';
import { ApplicationTag, Doubts } from './tags.tsx';

const NAMES = ['search', 'state', 'outcome', 'mode', 'from', 'to', 'order'] as const;
const allFilters: Filter<(typeof NAMES)[number]>[] = [
  { kind: 'text', name: 'search', label: '编号或申请人' },
  { kind: 'choice', name: 'state', label: '申请状态', options: APPLICATION_STATES },
  { kind: 'choice', name: 'outcome', label: '审核结果', options: OUTCOMES },
  { kind: 'choice', name: 'mode', label: '审核方式', options: REVIEW_MODES },
  { kind: 'date', name: 'from', label: '申请日期起' },
  { kind: 'date', name: 'to', label: '申请日期止' },
  {
    kind: 'choice',
    name: 'order',
    label: '排序',
    options: { newest: '最新在前', oldest: '最早在前' },
    none: '最新在前',
  },
];

// What still waits has no outcome, and nearly all of it waits for a person.
const queueFilters = allFilters.filter(({ name }) => name !== 'outcome' && name !== 'mode');

const NOTHING_SEARCHED = { search: undefined, from: undefined, to: undefined };

/** 证明审核 (what waits) and 证明管理 (everything): one list, told apart by the filter in its address. */
export function ApplicationList() {
  const found = useAddressFilters(NAMES);
  const [chosen, setChosen] = useState<QueueRow[]>([]);
  const { values } = found;
  const isQueue = values.state === 'pending';
  // 重置 clears the search and stays in the queue.
  const address = isQueue ? { ...found, clear: () => found.apply(NOTHING_SEARCHED) } : found;
  // No timer refreshes the queue: it would keep an unattended session alive. Coming back to the window does.
  const query = useQuery({
    queryKey: ['applications', 'list', values, address.paging.cursor],
    queryFn: ({ signal }) =>
      call(
        certificateEndpoints.listQueue,
        { query: { ...values, cursor: address.paging.cursor } as ListQueue },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.items ?? [];
  const name = isQueue ? '证明审核' : '证明管理';
  return (
    <Page
      title={name}
      name={name}
      actions={
        <KeyHint
          keys={[
            ['j / k', '上下移动'],
            ['Enter', '打开'],
          ]}
        />
      }
    >
      <FilterBar filters={isQueue ? queueFilters : allFilters} address={address} />
      {isQueue && <BatchApproval chosen={chosen} onDone={() => setChosen([])} />}
      <DataTable<QueueRow>
        query={query}
        href={applicationHref}
        paging={address.paging}
        empty={isQueue ? <QueueIsEmpty onClear={found.clear} /> : '没有符合条件的申请'}
        columns={isQueue ? queueColumns : allColumns}
        card={(row) => (
          <ApplicationCard row={row} tag={isQueue ? <Doubts count={row.doubts} /> : <ApplicationTag {...row} />} />
        )}
        {...(isQueue && {
          selection: {
            ids: chosen.map(({ id }) => id),
            change: (ids: number[]) => setChosen(rows.filter(({ id }) => ids.includes(id))),
            canSelect: ({ doubts, state }: QueueRow) => doubts === 0 && state === 'pending',
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
