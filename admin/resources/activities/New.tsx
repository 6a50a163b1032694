import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { activityFields, newActivity, toActivityInput, toCopiedValues, type ActivityValues } from './activity-form.tsx';

/** 新增活动: a draft, until it is published; `from`: a copy of another one. */
export function ActivityNew() {
  const [address] = useSearchParams();
  const from = address.get('from');
  return (
    <Page title={from ? '复制活动' : '新增活动'} name="新增活动" back={{ to: pageUrl('activities'), label: '活动' }}>
      {from ? <Copy id={from} /> : <NewForm initial={newActivity} />}
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
  return <NewForm initial={toCopiedValues(data)} copiedFrom={data.id} />;
}

function NewForm({ initial, copiedFrom }: { initial: ActivityValues; copiedFrom?: number }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <section className="sheet padded">
      {copiedFrom !== undefined && <p className="quiet">除时间和报名外都已带入；请填写新的时间，核对后保存。</p>}
      <ServerForm
        initial={initial}
        fields={activityFields}
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
