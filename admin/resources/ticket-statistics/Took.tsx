import { TOOK_LABELS } from '../../../bff/contract/ticket-statistics/enums.ts';

/** How long solving took, as bars; ranges at the end that hold nothing are left away. */
export function Took({ took }: { took: readonly number[] }) {
  const last = took.findLastIndex((n) => n > 0);
  if (last === -1) return null;
  const most = Math.max(...took);
  return (
    <section className="sheet padded">
      <h2>
        办结用时 <small className="quiet">办公时间</small>
      </h2>
      <ul className="plain reasons">
        {took.slice(0, last + 1).map((n, place) => (
          <li key={TOOK_LABELS[place]}>
            <span>{TOOK_LABELS[place]}</span>
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
