import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { operationsEndpoints, type DeskReply } from '../../../bff/contract/operations/endpoints.ts';
import { WAITING, type WaitingKey } from '../../../bff/contract/operations/enums.ts';
import { call } from '../../providers/call.ts';
import { WAITING_QUERY } from '../../providers/query-client.ts';
import { countText } from '../../ui/count-text.ts';
import { formatMinutes } from '../../ui/dates.ts';
import { TASK_PAGES } from './tasks.ts';

const MINUTE_MS = 60_000;

/** 待办: what waits for one's roles, what of it is one's own, the oldest and what is overdue, each with the way to it. */
export function Tasks() {
  const { data } = useQuery({
    queryKey: WAITING_QUERY,
    queryFn: ({ signal }) => call(operationsEndpoints.showWaiting, {}, signal),
  });
  // Under the same key, so that every act brings both up to date.
  const { data: desk } = useQuery({
    queryKey: [...WAITING_QUERY, 'desk'],
    queryFn: ({ signal }) => call(operationsEndpoints.showDesk, {}, signal),
  });
  if (!data) return null;
  const shown = (Object.keys(WAITING) as WaitingKey[]).filter(
    (key) => (data[key] ?? 0) > 0 || (desk?.[key]?.mine ?? 0) > 0,
  );
  return (
    <section aria-label="待办">
      <h2 className="numbers-title">待办</h2>
      {shown.length === 0 ? (
        <p className="quiet">没有等您办理的事项</p>
      ) : (
        <ul className="numbers plain">
          {shown.map((key) => (
            <Task key={key} task={key} count={data[key] ?? 0} part={desk?.[key]} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Task({ task, count, part }: { task: WaitingKey; count: number; part: DeskReply[WaitingKey] }) {
  const { all, oldest, overdue, mine } = TASK_PAGES[task];
  const late = overdue ? (part?.overdue ?? 0) : 0;
  const own = mine ? (part?.mine ?? 0) : 0;
  const isOwnAlone = mine !== undefined && own > 0 && count === 0;
  return (
    <li className={`sheet number task${late > 0 ? ' number-alert' : ''}`}>
      {/* Where nothing waits for these roles, what is one's own is the task: the number leads to what it counts. */}
      <Link to={isOwnAlone ? mine.to : all} className="task-all">
        <span className="number-label">{isOwnAlone ? mine.alone : WAITING[task]}</span>
        <span className="number-value figures">{countText(isOwnAlone ? own : count)}</span>
      </Link>
      <p className="task-links">
        {own > 0 && mine && !isOwnAlone && (
          <Link to={mine.to}>
            {mine.label} {countText(own)}
          </Link>
        )}
        {oldest && part?.oldestAt && <Link to={oldest}>最早 {ageOf(part.oldestAt)}</Link>}
        {late > 0 && overdue && (
          <Link to={overdue} className="task-late">
            ! 逾期 {countText(late)}
          </Link>
        )}
      </p>
    </li>
  );
}

/** How long ago, by the wall clock, as the lists say it. */
const ageOf = (at: string): string => `${formatMinutes((Date.now() - Date.parse(at)) / MINUTE_MS)}前`;
