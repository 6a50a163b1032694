import { Tabs } from 'antd';
import { useState } from 'react';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { paperEndpoints, type PaperRow } from '../../../bff/contract/papers/endpoints.ts';
import { PICKUPS } from '../../../bff/contract/certificates/enums.ts';
import { PAPER_STATES, type PaperState } from '../../../bff/contract/papers/enums.ts';
import type { ListPapers } from '../../../bff/contract/papers/schemas.ts';
import { LATE } from '../../../bff/contract/office-hours/enums.ts';
import { paperUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { mayPutAway } from '../../ui/form/use-leave-warning.ts';
import { Page } from '../../ui/Page.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { PaperCard, paperColumns } from './columns.tsx';
import { PrintBatches } from './PrintBatches.tsx';
import { usePaperCounts, usePapers } from './use-papers.ts';
import { WorkBar } from './WorkBar.tsx';

const filters = [
  { kind: 'text', name: 'search', label: '编号或收件人' },
  { kind: 'choice', name: 'pickup', label: '领取方式', options: PICKUPS },
  { kind: 'choice', name: 'waited', label: '已等待', options: LATE, none: '不限' },
  { kind: 'date', name: 'from', label: '申请日期起' },
  { kind: 'date', name: 'to', label: '申请日期止' },
] as const satisfies Filter<string>[];

const ALL = 'all';
const BY_TIME = { by: { createdAt: ['oldest', 'newest'] }, isAlwaysSorted: true } as const;
const NOTHING_SEARCHED = { search: undefined, pickup: undefined, waited: undefined, from: undefined, to: undefined };

/** 纸质证明: one tab per state, what waits longest first. Without a tab in its address it opens at 待打印. */
export function PaperList() {
  const found = useAddressFilters(['search', 'pickup', 'waited', 'from', 'to', 'state', 'order'], ['state']);
  const [chosen, setChosen] = useState<PaperRow[]>([]);
  const canWork = useMay()(paperEndpoints.markPrinted);
  const counts = usePaperCounts();
  const tab = found.values.state ?? 'to_print';
  const state = tab === ALL ? undefined : (tab as PaperState);
  const ownOrder = state && state !== 'completed' && state !== 'voided' ? 'oldest' : 'newest';
  const order = (found.values.order ?? ownOrder) as 'oldest' | 'newest';
  const list = usePapers(found.paging, { ...(found.values as ListPapers), state, order });
  const rows = list.query.data?.items ?? [];
  const address = { ...found, clear: () => found.apply(NOTHING_SEARCHED) };
  const open = (next: string) => {
    if (!mayPutAway()) return;
    setChosen([]);
    found.apply({ state: next });
  };
  return (
    <Page
      title="纸质证明"
      name="纸质证明"
      actions={
        <ExportButton
          endpoint={exportEndpoints.exportPapers}
          input={{ query: { ...(found.values as ListPapers), state, order } }}
        />
      }
    >
      <Tabs
        activeKey={tab}
        onChange={open}
        items={[
          ...Object.entries(PAPER_STATES).map(([key, label]) => ({
            key,
            label: `${label} ${counts.data?.[key as PaperState] ?? ''}`,
          })),
          { key: ALL, label: '全部' },
        ]}
      />
      <FilterBar filters={filters} address={address} />
      {canWork && state && <WorkBar state={state} chosen={chosen} onDone={() => setChosen([])} />}
      <DataTable<PaperRow>
        {...list}
        href={paperUrl}
        paging={found.paging}
        sorting={{ ...BY_TIME, order, change: (wanted) => found.apply({ order: wanted }) }}
        empty="没有符合条件的纸质证明"
        columns={paperColumns}
        card={(row) => <PaperCard row={row} />}
        {...(canWork &&
          state && {
            selection: {
              ids: chosen.map(({ id }) => id),
              change: (ids: number[]) => setChosen(rows.filter(({ id }) => ids.includes(id))),
              canSelect: ({ isPrintable }: PaperRow) => isPrintable,
            },
          })}
      />
      {canWork && state === 'to_print' && <PrintBatches />}
    </Page>
  );
}
