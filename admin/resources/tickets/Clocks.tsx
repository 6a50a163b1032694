import { useQuery } from '@tanstack/react-query';
import { ticketClockEndpoints, type TicketClocks } from '../../../bff/contract/ticket-clocks/endpoints.ts';
import { DUE_CAUSES, TICKET_CLOCKS } from '../../../bff/contract/ticket-clocks/enums.ts';
import { call } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList } from '../../ui/FactList.tsx';
import { InlineFailure } from '../../ui/InlineFailure.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { openTime, Overdue } from './TicketTag.tsx';

/** 时限: both clocks of a ticket, and how they were reckoned again. */
export function Clocks({ ticketId }: { ticketId: number }) {
  const id = String(ticketId);
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['tickets', 'clocks', id],
    queryFn: ({ signal }) => call(ticketClockEndpoints.showTicketClocks, { params: { id } }, signal),
  });
  if (isError && !data) return <InlineFailure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { first, done, isExpected, changes } = data;
  return (
    <section className="sheet padded" aria-labelledby="clocks">
      <h2 id="clocks">时限（办公时间）</h2>
      <FactList
        facts={[
          [TICKET_CLOCKS.first, <Clock key="first" clock={first} isExpected={isExpected} none="已答复" />],
          [TICKET_CLOCKS.done, <Clock key="done" clock={done} isExpected={isExpected} none="不承诺或已结束" />],
        ]}
      />
      {changes.length > 0 && (
        <ul className="plain due-changes" aria-label="时限的变更">
          {changes.map((change) => (
            <li key={change.id}>
              <span className="figures whole">{formatInstant(change.at)}</span> {DUE_CAUSES[change.cause]}
              <Changed label={TICKET_CLOCKS.first} before={change.firstBefore} after={change.firstAfter} />
              <Changed label={TICKET_CLOCKS.done} before={change.doneBefore} after={change.doneAfter} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** 12月8日 10:00 到期，剩余 1小时20分; how much is left of one that stands. */
function Clock({ clock, isExpected, none }: { clock: TicketClocks['first']; isExpected: boolean; none: string }) {
  const { dueAt, leftMinutes, wholeMinutes } = clock;
  if (leftMinutes === null || wholeMinutes === null) return <span className="quiet">{none}</span>;
  const words = openTime(Math.abs(leftMinutes));
  if (dueAt === null) return <span className="quiet">暂停计时，剩余 {words}</span>;
  const isSoon = leftMinutes * 4 < wholeMinutes;
  return (
    <>
      <span className="figures whole">{formatInstant(dueAt)}</span>
      {isExpected && '（预计，节假日尚未录入）'}{' '}
      {leftMinutes < 0 ? (
        <Overdue words={words} />
      ) : isSoon ? (
        <StateTag tone="wait" label={`剩余 ${words}`} />
      ) : (
        <span className="figures">剩余 {words}</span>
      )}
    </>
  );
}

function Changed({ label, before, after }: { label: string; before: string | null; after: string | null }) {
  if (before === after) return null;
  const words = (at: string | null) => (at === null ? '—' : formatInstant(at));
  return (
    <span>
      ；{label} <s className="figures">{words(before)}</s> → <span className="figures">{words(after)}</span>
    </span>
  );
}
