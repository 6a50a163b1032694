import { Button, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import {
  ACTIVITY_KINDS,
  ACTIVITY_PHASES,
  ACTIVITY_SCOPES,
  type ActivityKind,
  type ActivityPhase,
} from '../../../bff/contract/activities/enums.ts';
import type { ActivityRow } from '../../../bff/contract/activities/replies.ts';
import type { ListActivities } from '../../../bff/contract/activities/schemas.ts';
import { pageUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { PhaseTag } from './ActivityTag.tsx';
import { useActivityList } from './use-activities.ts';

const filters = [
  { kind: 'text', name: 'search', label: '标题、主讲人或地点' },
  { kind: 'choice', name: 'phase', label: '状态', options: ACTIVITY_PHASES },
  { kind: 'choice', name: 'scope', label: '范围', options: ACTIVITY_SCOPES },
] as const satisfies Filter<string>[];
export const activityHref = ({ id }: { id: number }) => pageUrl('activity', { id });
const seats = ({ taken, capacity, waitingCount, appliedCount }: ActivityRow) =>
  [
    `${taken} / ${capacity}`,
    appliedCount > 0 && `待审核 ${appliedCount}`,
    waitingCount > 0 && `候补 ${waitingCount}`,
    taken > capacity && '超额',
  ]
    .filter(Boolean)
    .join('，');

export const activityColumns: TableColumnsType<ActivityRow> = [
  {
    title: '活动',
    key: 'title',
    className: 'wrap',
    render: (_, row) => <RowLink to={activityHref(row)}>{row.title}</RowLink>,
  },
  { title: '类型', dataIndex: 'kind', render: (kind: ActivityKind) => ACTIVITY_KINDS[kind] },
  { title: '活动开始', dataIndex: 'beginsAt', className: 'figures', render: formatInstant },
  { title: '报名结束', dataIndex: 'closesAt', className: 'figures', render: formatInstant },
  { title: '已占名额', key: 'seats', className: 'figures', render: (_, row) => seats(row) },
  { title: '经办人', dataIndex: 'createdBy' },
  { title: '状态', dataIndex: 'phase', render: (phase: ActivityPhase) => <PhaseTag phase={phase} /> },
];

/** An activity in three lines. */
export function ActivityCard({ row }: { row: ActivityRow }) {
  return (
    <>
      <span className="card-line">
        <strong>{row.title}</strong>
        <PhaseTag phase={row.phase} />
      </span>
      <span>
        <span className="figures whole">{formatInstant(row.beginsAt)}</span> · {ACTIVITY_KINDS[row.kind]}
      </span>
      <span>已占名额 {seats(row)}</span>
    </>
  );
}

/** 活动, those that begin last first; of those to come, what begins first. */
export function ActivityList() {
  const navigate = useNavigate();
  const address = useAddressFilters(['search', 'phase', 'scope']);
  const list = useActivityList(address.paging, address.values as ListActivities);
  return (
    <Page
      title="活动"
      name="活动"
      actions={
        <Button type="primary" onClick={() => void navigate(pageUrl('activityNew'))}>
          新增活动
        </Button>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<ActivityRow>
        {...list}
        paging={address.paging}
        href={activityHref}
        empty="没有活动"
        columns={activityColumns}
        card={(row) => <ActivityCard row={row} />}
      />
    </Page>
  );
}
