import { formatInstant } from './dates.ts';

/** What happened, in its order: the event in words, when, by whom, and what was said. */
export function Timeline<Event extends string>({
  entries,
  words,
}: {
  entries: readonly { event: Event; at: string; by: string; note: string }[];
  words: Record<Event, string>;
}) {
  return (
    <>
      <h2>办理经过</h2>
      <ol className="timeline">
        {entries.map(({ event, at, by, note }, index) => (
          <li key={index}>
            <strong>{words[event]}</strong>
            <span className="quiet">
              <span className="figures whole">{formatInstant(at)}</span> · {by}
            </span>
            {note && <p className="multiline">{note}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
