import { useQuery } from '@tanstack/react-query';
import { operationsEndpoints } from '../../../bff/contract/operations/endpoints.ts';
import { WAITING, type WaitingKey } from '../../../bff/contract/operations/enums.ts';
import { call } from '../../providers/call.ts';
import { WAITING_QUERY } from '../../providers/query-client.ts';
import { Figure } from '../../ui/Figure.tsx';
import { countText } from '../../ui/count-text.ts';
import { TASK_PAGES } from './tasks.ts';

/** 待办: what waits for one's roles, each with the way to it; nothing of the others. */
export function Tasks() {
  const { data } = useQuery({
    queryKey: WAITING_QUERY,
    queryFn: ({ signal }) => call(operationsEndpoints.showWaiting, {}, signal),
  });
  if (!data) return null;
  const waiting = (Object.keys(WAITING) as WaitingKey[]).filter((key) => (data[key] ?? 0) > 0);
  return (
    <section aria-label="待办">
      <h2 className="numbers-title">待办</h2>
      {waiting.length === 0 ? (
        <p className="quiet">没有等您办理的事项</p>
      ) : (
        <div className="numbers">
          {waiting.map((key) => (
            <Figure key={key} label={WAITING[key]} value={countText(data[key] ?? 0)} to={TASK_PAGES[key]} />
          ))}
        </div>
      )}
    </section>
  );
}
