import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { activityFields, newActivity, toActivityInput } from './activity-form.tsx';

/** 新增活动: a draft, until it is published. */
export function ActivityNew() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <Page title="新增活动" name="新增活动" back={{ to: pageUrl('activities'), label: '活动' }}>
      <section className="sheet padded">
        <ServerForm
          initial={newActivity}
          fields={activityFields}
          submitLabel="保存草稿"
          onSubmit={(values) => call(activityEndpoints.createActivity, { body: toActivityInput(values) })}
          onSaved={({ id }) => {
            void client.invalidateQueries({ queryKey: ['activities'] });
            void message.success('已保存为草稿，核对后发布');
            void navigate(pageUrl('activity', { id }), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
