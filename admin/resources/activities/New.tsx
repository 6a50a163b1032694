import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import { seriesEndpoints } from '../../../bff/contract/activity-series/endpoints.ts';
import type { RichNode } from '../../../bff/contract/rich-text/tags.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { activityFieldsOf } from './form/activity-fields.tsx';
import { newActivity, toActivityInput, toCopiedValues, type ActivityValues } from './form/activity-values.ts';

/** 新增活动: a draft, until it is published; `from`: a copy of another one; `series`: a session of it. */
export function ActivityNew() {
  const [address] = useSearchParams();
  const [from, series] = [address.get('from'), address.get('series')];
  return (
    <Page title={from ? '复制活动' : '新增活动'} name="新增活动" back={{ to: pageUrl('activities'), label: '活动' }}>
      {from ? (
        <Copy id={from} />
      ) : series ? (
        <Session series={series} />
      ) : (
        <NewForm initial={newActivity} details={[]} />
      )}
    </Page>
  );
}

function Copy({ id }: { id: string }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['activities', 'copied', id],
    queryFn: ({ signal }) => call(activityEndpoints.showStaffActivity, { params: { id } }, signal),
    // A copy is of what was there when it was begun.
    staleTime: Infinity,
  });
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="sheet padded" />;
  return <NewForm initial={toCopiedValues(data)} details={data.details} copiedFrom={data.id} />;
}

/** A session of a series, which stands chosen already. */
function Session({ series }: { series: string }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['activity-series', 'one', series],
    queryFn: ({ signal }) => call(seriesEndpoints.showSeries, { params: { id: series } }, signal),
  });
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="sheet padded" />;
  const seriesId = { value: data.id, label: data.title };
  return <NewForm initial={{ ...newActivity, seriesId }} details={[]} />;
}

function NewForm({
  initial,
  details,
  copiedFrom,
}: {
  initial: ActivityValues;
  details: readonly RichNode[];
  copiedFrom?: number;
}) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [fields] = useState(() => activityFieldsOf(details));
  return (
    <section className="sheet padded">
      {copiedFrom !== undefined && <p className="quiet">除时间和报名外都已带入；请填写新的时间，核对后保存。</p>}
      <ServerForm
        initial={initial}
        fields={fields}
        submitLabel="保存草稿"
        onSubmit={(values) =>
          call(activityEndpoints.createActivity, {
            body: { ...toActivityInput(values), ...(copiedFrom !== undefined && { copiedFrom }) },
          })
        }
        onSaved={({ id }) => {
          void client.invalidateQueries({ queryKey: ['activities'] });
          void message.success('已保存为草稿，核对后发布');
          void navigate(pageUrl('activity', { id }), { replace: true });
        }}
      />
    </section>
  );
}
