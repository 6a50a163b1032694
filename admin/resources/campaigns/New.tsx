import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { campaignEndpoints } from '../../../bff/contract/campaigns/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { campaignFields, newCampaign, toCampaignInput } from './campaign-form.tsx';

/** A new campaign: a draft, until it is started. */
export function CampaignNew() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <Page
      title="新增补全与核对活动"
      name="新增补全与核对活动"
      back={{ to: pageUrl('campaigns'), label: '补全与核对活动' }}
    >
      <section className="sheet padded">
        <ServerForm
          initial={newCampaign}
          fields={campaignFields}
          submitLabel="保存草稿"
          onSubmit={(values) => call(campaignEndpoints.createCampaign, { body: toCampaignInput(values) })}
          onSaved={({ id }) => {
            void client.invalidateQueries({ queryKey: ['campaigns'] });
            void message.success('已保存为草稿，核对后开始');
            void navigate(pageUrl('campaign', { id }), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
