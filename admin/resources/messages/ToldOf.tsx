import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { notificationEndpoints } from '../../../bff/contract/notifications/endpoints.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import type { SubjectOfPage } from '../../subjects/parts.tsx';
import { InlineFailure } from '../../ui/InlineFailure.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';

/** As many as answer the question whether somebody was told. */
const SHOWN = 6;

/** What a firm or lawyer was told, latest first, and whether it was read; nothing for roles that may not know. */
export function ToldOf(subject: SubjectOfPage) {
  return useMay()(notificationEndpoints.listTold) ? <Told {...subject} /> : null;
}

function Told({ kind, id }: SubjectOfPage) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['messages', 'told', kind, id],
    queryFn: ({ signal }) =>
      call(notificationEndpoints.listTold, { query: { memberKind: kind, memberId: id, limit: SHOWN } }, signal),
  });
  return (
    <section className="sheet padded">
      <h2>消息</h2>
      {isError && !data && <InlineFailure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {data?.items.length === 0 && <p className="quiet">没有发过消息</p>}
      <ul className="plain">
        {data?.items.map((row) => (
          <li key={row.id} className="card-line">
            <span>
              {row.title} <span className="quiet figures whole">{formatInstant(row.createdAt)}</span>
            </span>
            <StateTag tone={row.isRead ? 'good' : 'still'} label={row.isRead ? '已读' : '未读'} />
          </li>
        ))}
      </ul>
    </section>
  );
}
