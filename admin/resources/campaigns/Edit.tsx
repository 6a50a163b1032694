import { useParams } from 'react-router';
import { campaignEndpoints } from '../../../bff/contract/campaigns/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import { campaignFields, toCampaignInput, toCampaignValues } from './campaign-form.tsx';
import { campaignKey } from './use-campaigns.ts';

/** Changes a campaign; of one that has begun the server keeps whom it is for. */
export function CampaignEdit() {
  const { id = '' } = useParams();
  return (
    <EditPage
      key={id}
      name="修改补全与核对活动"
      back={{ to: pageUrl('campaign', { id }), label: '活动详情' }}
      cacheKey={campaignKey(id)}
      listKey={['campaigns']}
      load={(signal) => call(campaignEndpoints.showCampaign, { params: { id } }, signal)}
      toValues={toCampaignValues}
      fields={() => campaignFields}
      save={(values, { version }) =>
        call(campaignEndpoints.updateCampaign, { params: { id }, body: { ...toCampaignInput(values), version } })
      }
    />
  );
}
