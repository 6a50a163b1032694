import type { TableColumnsType } from 'antd';
import { CAMPAIGN_PROGRESS, type CampaignProgress } from '../../../bff/contract/campaigns/enums.ts';
import type { CampaignDetail, CampaignMember } from '../../../bff/contract/campaigns/replies.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { ProgressTag } from './CampaignTag.tsx';
import { useMembers } from './use-campaigns.ts';

const FILTERS: Filter<'state'>[] = [{ kind: 'choice', name: 'state', label: '进度', options: CAMPAIGN_PROGRESS }];
const href = ({ lawyerId }: CampaignMember) => pageUrl('lawyer', { id: lawyerId });
const grantOf = ({ dueOn, reason, grantedBy }: CampaignMember): string =>
  reason === '' ? '—' : `${dueOn ? `延期至${dueOn}，` : ''}${reason}（${grantedBy}）`;

const columns: TableColumnsType<CampaignMember> = [
  { title: '律师', key: 'name', render: (_, row) => <RowLink to={href(row)}>{row.name}</RowLink> },
  { title: '执业证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
  { title: '执业机构', dataIndex: 'firmName', className: 'wrap', render: (name: string) => name || '—' },
  {
    title: '进度',
    key: 'state',
    render: (_, { state, isLate }) => (
      <>
        <ProgressTag state={state} /> {isLate && <StateTag tone="alert" label="逾期" />}
      </>
    ),
  },
  {
    title: '完成时间',
    dataIndex: 'doneAt',
    className: 'figures',
    render: (at: string | null) => (at ? formatInstant(at) : '—'),
  },
  { title: '延期、豁免', key: 'grant', className: 'wrap', render: (_, row) => grantOf(row) },
];

/** Whom it is for; once it is closed, as it was then. */
export function Members({ campaign }: { campaign: CampaignDetail }) {
  const address = useAddressFilters(['state']);
  const state = address.values.state as CampaignProgress | undefined;
  const list = useMembers(String(campaign.id), address.paging, state);
  return (
    <section aria-label="名单">
      <div className="row">
        <h2>{campaign.state === 'closed' ? '名单（已固定）' : '名单'}</h2>
        <ExportButton
          endpoint={exportEndpoints.exportCampaignMembers}
          input={{ query: { campaign: String(campaign.id), ...(state && { state }) } }}
        />
      </div>
      <FilterBar filters={FILTERS} address={address} />
      <DataTable<CampaignMember>
        {...list}
        paging={address.paging}
        href={href}
        empty="没有符合条件的律师"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.name}</strong>
              <ProgressTag state={row.state} />
            </span>
            <span className="quiet">{row.firmName}</span>
          </>
        )}
      />
    </section>
  );
}
