import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { seriesEndpoints } from '../../../bff/contract/activity-series/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { Page } from '../../ui/Page.tsx';
import { newSeries, seriesFieldsOf, toSeriesInput } from './series-form.tsx';

/** 新增系列: its sessions are made as activities afterwards. */
export function SeriesNew() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [fields] = useState(() => seriesFieldsOf([]));
  return (
    <Page title="新增系列" name="新增系列" back={{ to: pageUrl('activitySeries'), label: '活动系列' }}>
      <section className="sheet padded">
        <ServerForm
          initial={newSeries}
          fields={fields}
          submitLabel="保存"
          onSubmit={(values) => call(seriesEndpoints.createSeries, { body: toSeriesInput(values) })}
          onSaved={({ id }) => {
            void client.invalidateQueries({ queryKey: ['activity-series'] });
            void message.success('已保存，请新增各场活动并选择本系列');
            void navigate(pageUrl('series', { id }), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
