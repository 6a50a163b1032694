import { campaignEndpoints } from '../../../bff/contract/campaigns/endpoints.ts';
import type { CampaignRow } from '../../../bff/contract/campaigns/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { CampaignCard, campaignColumns, campaignHref, NO_CAMPAIGNS } from './List.tsx';

/** How far the latest campaigns are, on the home of 会员管理人员. */
export function LatestCampaigns() {
  return (
    <ShortList<CampaignRow>
      title="补全与核对活动"
      all={{ to: pageUrl('campaigns'), label: '全部补全与核对活动' }}
      queryKey={['campaigns', 'list', 'latest']}
      load={(at, signal) => call(campaignEndpoints.listCampaigns, { query: at }, signal)}
      columns={campaignColumns}
      card={(row) => <CampaignCard row={row} />}
      href={campaignHref}
      empty={NO_CAMPAIGNS}
    />
  );
}
