import { Alert, App, Button, Popconfirm } from 'antd';
import { Link, useNavigate } from 'react-router';
import { UNMERGE_DAYS } from '../../../bff/contract/ticket-desk/limits.ts';
import type { MergeableTickets } from '../../../bff/contract/ticket-desk/endpoints.ts';
import { TICKET_CATEGORIES } from '../../../bff/contract/tickets/enums.ts';
import type { TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { everyFaultOf, sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { TicketTag } from './TicketTag.tsx';
import { useMerge, useMergeable, useUnmerge } from './use-merging.ts';

type Other = MergeableTickets['items'][number];

/** Other open tickets of the same member, each to be merged with this one: the later into the earlier. */
export function Merge({ ticket }: { ticket: TicketDetail }) {
  const { id, number, version, can } = ticket;
  const { data } = useMergeable(id, can.merge);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const merge = useMerge(id);
  if (!data || data.items.length === 0) return null;
  const act = (other: Other) =>
    merge.mutate(
      { version, otherId: other.id, otherVersion: other.version },
      {
        onSuccess: (target) => {
          void message.success(`已合并，在工单${target.number}中办理`);
          if (target.id !== id) void navigate(pageUrl('ticket', { id: target.id }));
        },
        onError: (error) => void message.error(everyFaultOf(error)),
      },
    );
  return (
    <section className="sheet padded" aria-labelledby="others">
      <h2 id="others">同一会员的其他工单</h2>
      <ul className="plain ticket-others">
        {data.items.map((other) => (
          <li key={other.id}>
            <span>
              <Link to={pageUrl('ticket', { id: other.id })} className="figures">
                {other.number}
              </Link>{' '}
              {other.title} <TicketTag state={other.state} />
              <span className="quiet">
                {' '}
                {TICKET_CATEGORIES[other.category].label} ·{' '}
                <span className="figures whole">{formatInstant(other.openedAt)}</span>
              </span>
            </span>
            <Popconfirm
              title={`${laterOf(id, number, other)}，往来按时间排在一起`}
              description={`${UNMERGE_DAYS}天内可以撤销`}
              okText="合并"
              cancelText="不合并"
              onConfirm={() => act(other)}
            >
              <Button size="small" disabled={merge.isPending}>
                合并
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </section>
  );
}

const laterOf = (id: number, number: string, other: Other): string =>
  id > other.id ? `本工单并入${other.number}` : `${other.number}并入本工单${number}`;

/** That the ticket was merged into another one, and undoing it. */
export function Merged({ ticket: { id, mergedInto, can } }: { ticket: TicketDetail }) {
  const { message } = App.useApp();
  const unmerge = useUnmerge(id);
  if (!mergedInto) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={
        <>
          已并入工单 <Link to={pageUrl('ticket', { id: mergedInto.id })}>{mergedInto.number}</Link>，在那里答复；
          会员的补充也到那里
        </>
      }
      action={
        can.unmerge && (
          <Button
            size="small"
            loading={unmerge.isPending}
            onClick={() =>
              unmerge.mutate(undefined, {
                onSuccess: () => void message.success('已撤销合并'),
                onError: (error) => void message.error(sentenceOf(error)),
              })
            }
          >
            撤销合并
          </Button>
        )
      }
    />
  );
}
