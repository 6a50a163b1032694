/** How many fell into which range of time, as bars; ranges at the end that hold nothing are left away. */
export function Ranges({
  title,
  note,
  labels,
  counts,
}: {
  title: string;
  note?: string;
  labels: readonly string[];
  counts: readonly number[];
}) {
  const last = counts.findLastIndex((n) => n > 0);
  if (last === -1) return null;
  const most = Math.max(...counts);
  return (
    <section className="sheet padded">
      <h2>
        {title} {note && <small className="quiet">{note}</small>}
      </h2>
      <ul className="plain reasons">
        {counts.slice(0, last + 1).map((n, place) => (
          <li key={labels[place]}>
            <span>{labels[place]}</span>
            <span className="reason-bar" aria-hidden>
              <span style={{ width: `${(n / most) * 100}%` }} />
            </span>
            <span className="figures">{n}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
