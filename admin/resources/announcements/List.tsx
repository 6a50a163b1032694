import { Button, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import {
  ANNOUNCEMENT_AUDIENCES,
  ANNOUNCEMENT_CATEGORIES,
  ANNOUNCEMENT_PHASES,
  type AnnouncementAudience,
  type AnnouncementCategory,
  type AnnouncementPhase,
} from '../../../bff/contract/announcements/enums.ts';
import type { AnnouncementRow } from '../../../bff/contract/announcements/replies.ts';
import type { ListAnnouncements } from '../../../bff/contract/announcements/schemas.ts';
import { pageUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { PhaseTag } from './PhaseTag.tsx';
import { useAnnouncementList } from './use-announcements.ts';

const filters = [
  { kind: 'text', name: 'search', label: '标题或正文' },
  { kind: 'choice', name: 'phase', label: '状态', options: ANNOUNCEMENT_PHASES },
] as const satisfies Filter<string>[];
export const announcementHref = ({ id }: { id: number }) => pageUrl('announcement', { id });
const when = (at: string | null) => (at === null ? '—' : formatInstant(at));

export const announcementColumns: TableColumnsType<AnnouncementRow> = [
  {
    title: '标题',
    key: 'title',
    className: 'wrap',
    render: (_, row) => <RowLink to={announcementHref(row)}>{row.title}</RowLink>,
  },
  { title: '分类', dataIndex: 'category', render: (key: AnnouncementCategory) => ANNOUNCEMENT_CATEGORIES[key] },
  { title: '对象', dataIndex: 'audience', render: (key: AnnouncementAudience) => ANNOUNCEMENT_AUDIENCES[key] },
  { title: '发布时间', dataIndex: 'publishedAt', className: 'figures', render: when },
  { title: '置顶至', dataIndex: 'pinnedUntil', className: 'figures', render: when },
  { title: '确认', dataIndex: 'mustConfirm', render: (must: boolean) => (must ? '须确认' : '—') },
  { title: '经办人', dataIndex: 'createdBy' },
  { title: '状态', dataIndex: 'phase', render: (phase: AnnouncementPhase) => <PhaseTag phase={phase} /> },
];

export function AnnouncementCard({ row }: { row: AnnouncementRow }) {
  return (
    <>
      <span className="card-line">
        <strong>{row.title}</strong>
        <PhaseTag phase={row.phase} />
      </span>
      <span>
        {ANNOUNCEMENT_CATEGORIES[row.category]} · {ANNOUNCEMENT_AUDIENCES[row.audience]}
      </span>
      <span className="figures">{when(row.publishedAt)}</span>
    </>
  );
}

/** 通知公告, the newest first. */
export function AnnouncementList() {
  const navigate = useNavigate();
  const address = useAddressFilters(['search', 'phase']);
  const list = useAnnouncementList(address.paging, address.values as ListAnnouncements);
  return (
    <Page
      title="通知公告"
      name="通知公告"
      actions={
        <Button type="primary" onClick={() => void navigate(pageUrl('announcementNew'))}>
          新增公告
        </Button>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<AnnouncementRow>
        {...list}
        paging={address.paging}
        href={announcementHref}
        empty="没有公告"
        columns={announcementColumns}
        card={(row) => <AnnouncementCard row={row} />}
      />
    </Page>
  );
}
