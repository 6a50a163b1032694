import { FlagOutlined } from '@ant-design/icons';
import { campaignEndpoints } from '../../../bff/contract/campaigns/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';

/** 信息补全活动, 年度核对: what lawyers are asked for, by when, and how far they are. */
export const campaigns: Resource = {
  pages: [
    page('campaigns', campaignEndpoints.listCampaigns, async () => (await import('./List.tsx')).CampaignList),
    page('campaignNew', campaignEndpoints.createCampaign, async () => (await import('./New.tsx')).CampaignNew),
    page('campaign', campaignEndpoints.showCampaign, async () => (await import('./Show.tsx')).CampaignShow),
    page('campaignEdit', campaignEndpoints.updateCampaign, async () => (await import('./Edit.tsx')).CampaignEdit),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('campaigns'),
      label: '补全与核对活动',
      icon: <FlagOutlined />,
      endpoint: campaignEndpoints.listCampaigns,
    },
  ],
  homeParts: [homePart(['registrar'], async () => (await import('./Latest.tsx')).LatestCampaigns, 'below')],
};
