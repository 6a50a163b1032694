import type { TimelineEntry } from '../../../bff/contract/certificates/replies.ts';
import { TIMELINE_EVENTS } from '../../../bff/contract/timeline/enums.ts';
import { formatInstant } from '../../ui/dates.ts';

export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <section className="sheet padded desk-last">
      <h2>办理经过</h2>
      <ol className="timeline">
        {entries.map(({ event, at, by, note }, index) => (
          <li key={index}>
            <strong>{TIMELINE_EVENTS[event]}</strong>
            <span className="quiet figures">
              {formatInstant(at)} · {by}
            </span>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
