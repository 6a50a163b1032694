import { Button, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import {
  CAMPAIGN_KINDS,
  CAMPAIGN_STATES,
  type CampaignKind,
  type CampaignState,
} from '../../../bff/contract/campaigns/enums.ts';
import type { CampaignRow } from '../../../bff/contract/campaigns/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { CampaignTag } from './CampaignTag.tsx';
import { useCampaignList } from './use-campaigns.ts';

const filters = [
  { kind: 'choice', name: 'state', label: '状态', options: CAMPAIGN_STATES },
] as const satisfies Filter<string>[];
export const campaignHref = ({ id }: { id: number }) => pageUrl('campaign', { id });

/** Done or excused, of all; nothing while nobody is asked yet. */
function doneOf({ counts }: CampaignRow): string {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return all === 0 ? '—' : `${counts.approved + counts.excused} / ${all}`;
}

export const campaignColumns: TableColumnsType<CampaignRow> = [
  {
    title: '标题',
    key: 'title',
    className: 'wrap',
    render: (_, row) => <RowLink to={campaignHref(row)}>{row.title}</RowLink>,
  },
  { title: '内容', dataIndex: 'kind', render: (kind: CampaignKind) => CAMPAIGN_KINDS[kind] },
  { title: '开始', dataIndex: 'opensOn', className: 'figures' },
  { title: '截止', dataIndex: 'dueOn', className: 'figures' },
  { title: '逾期受理到', dataIndex: 'graceUntil', className: 'figures' },
  { title: '已完成', key: 'done', className: 'figures', render: (_, row) => doneOf(row) },
  { title: '首页提示', dataIndex: 'isPriority', render: (is: boolean) => (is ? '是' : '—') },
  { title: '状态', dataIndex: 'state', render: (state: CampaignState) => <CampaignTag state={state} /> },
];

export const NO_CAMPAIGNS = '还没有组织过信息补全、年度核对';

export function CampaignCard({ row }: { row: CampaignRow }) {
  return (
    <>
      <span className="card-line">
        <strong>{row.title}</strong>
        <CampaignTag state={row.state} />
      </span>
      <span className="quiet">
        {row.dueOn}截止 · 已完成 {doneOf(row)}
      </span>
    </>
  );
}

/** Campaigns, the latest first. */
export function CampaignList() {
  const navigate = useNavigate();
  const address = useAddressFilters(['state']);
  const list = useCampaignList(address.paging, address.values.state as CampaignState | undefined);
  return (
    <Page
      title="补全与核对活动"
      name="补全与核对活动"
      actions={
        <Button type="primary" onClick={() => void navigate(pageUrl('campaignNew'))}>
          新增
        </Button>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<CampaignRow>
        {...list}
        paging={address.paging}
        href={campaignHref}
        empty={NO_CAMPAIGNS}
        columns={campaignColumns}
        card={(row) => <CampaignCard row={row} />}
      />
    </Page>
  );
}
