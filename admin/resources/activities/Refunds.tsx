import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Progress, Skeleton } from 'antd';
import { Link } from 'react-router';
import { activityEndpoints as activities } from '../../../bff/contract/activities/endpoints.ts';
import type { ActivityRefundRow } from '../../../bff/contract/activity-refunds/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { formatYuan } from '../../ui/form/money.ts';
import { Page } from '../../ui/Page.tsx';

const KEY = ['activity-refunds'];
/** While something is on its way it is asked about again. */
const ASK_EVERY_MS = 5_000;

/** 活动退款: what was paid for cancelled activities on its way back, for finance. */
export function ActivityRefunds() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(activities.listActivityRefunds, {}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(({ underWay }) => underWay > 0) ? ASK_EVERY_MS : false),
  });
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 6 }} />;
  return (
    <Page title="活动退款" name="活动退款">
      {data.items.length === 0 && <p className="quiet">没有需要退款的已取消活动。</p>}
      {data.items.map((row) => (
        <OneActivity key={row.activityId} row={row} />
      ))}
    </Page>
  );
}

function OneActivity({ row }: { row: ActivityRefundRow }) {
  const { title, cancelReason, state, payments, paidFen, refundedFen, back, underWay, open, failures, can } = row;
  const isWaiting = state === 'waiting';
  const { message } = App.useApp();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: () => call(activities.sendActivityRefunds, { params: { id: String(row.activityId) } }),
    onSuccess: (reply) => {
      client.setQueryData(KEY, reply);
      void message.success('已提交，由系统逐笔退回');
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <section className="sheet padded stack" aria-label={title}>
      <h2>{title}</h2>
      <FactList
        facts={[
          ['取消原因', cancelReason],
          ['已收', `${payments}笔，${formatYuan(paidFen)}`],
          ['已退回', `${back}笔，${formatYuan(refundedFen)}`],
          ['办理中', `${underWay}笔`],
          ['未退', `${open}笔`],
        ]}
      />
      <Progress percent={payments > 0 ? Math.floor((back / payments) * 100) : 0} aria-label="退款进度" />
      {isWaiting && (
        <Alert
          type="warning"
          showIcon
          role="note"
          title={`合计超过退款复核限额，须由取消活动以外的人员复核，一次复核整个活动。${can.send ? '' : '您取消了该活动，请由另一位财务人员复核。'}`}
        />
      )}
      {failures.length > 0 && (
        <ul className="plain">
          {failures.map(({ paymentId, name, amountFen, lastError }) => (
            <li key={paymentId}>
              <Link to={pageUrl('payment', { id: paymentId })}>{name}</Link> {formatYuan(amountFen)} 退款失败：
              {lastError}
            </li>
          ))}
        </ul>
      )}
      {can.send && (
        <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
          {isWaiting ? '同意全额退款' : '重新提交未退的'}
        </Button>
      )}
    </section>
  );
}
