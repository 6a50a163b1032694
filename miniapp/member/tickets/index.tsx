import { useDidShow } from '@tarojs/taro';
import { TICKET_CATEGORIES } from '../../../bff/contract/tickets/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { TicketTag } from '../../features/tickets/ticket-tag.tsx';
import { useTickets } from '../../features/tickets/use-tickets.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';

/** 我的工单: what the member has asked the association. */
export default function TicketsPage() {
  return (
    <MemberPage title="我的工单" entry="tickets">
      {() => <Tickets />}
    </MemberPage>
  );
}

function Tickets() {
  const { query, rows } = useTickets();
  useDidShow(() => void query.refetch());
  const open = <Button onTap={() => goTo(pageUrl('ticketForm'))}>提交新工单</Button>;
  if (query.isError && !query.data)
    return <Failure fault={query.error} safe="已提交的工单不受影响。" onRetry={() => void query.refetch()} />;
  if (!query.data)
    return (
      <Sheet>
        <Skeleton lines={6} />
      </Sheet>
    );
  return (
    <Sheet title="我的工单" beside={rows.length > 0 ? open : null}>
      {rows.length === 0 ? (
        <Empty action={open}>还没有工单。登录、证明、缴费等问题都可以提交工单，协会在办公时间内答复。</Empty>
      ) : (
        <>
          <Box>
            {rows.map(({ id, number, title, category, state, lastMessageAt }) => (
              <Row
                key={id}
                href={pageUrl('ticket', { id })}
                title={title}
                detail={
                  <>
                    <Box>
                      {number}　{TICKET_CATEGORIES[category].label}
                    </Box>
                    <Box>{shownTime(lastMessageAt)}</Box>
                  </>
                }
                value={<TicketTag state={state} />}
              />
            ))}
          </Box>
          <LoadMore query={query} />
        </>
      )}
    </Sheet>
  );
}
