import { Link } from 'react-router';
import type { TicketFigures } from '../../../bff/contract/ticket-statistics/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { share } from '../../ui/statistics/period.ts';

interface FiguresRow {
  key: string;
  label: string;
  figures: TicketFigures;
  /** What the lists behind its numbers are asked for; absent: they lead nowhere. */
  list?: Record<string, string>;
}

/** The same numbers for each of something, a line each. */
export function FiguresTable({ title, heading, rows }: { title: string; heading: string; rows: FiguresRow[] }) {
  return (
    <section className="sheet padded statistics-table">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th>{heading}</th>
            <th>新提交</th>
            <th>首次答复按时</th>
            <th>办结</th>
            <th>办结按时</th>
            <th>用时中位数</th>
            <th>重新打开</th>
            <th>满意</th>
            <th>一般</th>
            <th>不满意</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, figures: f, list }) => {
            const to = (more: Record<string, string>) => list && pageUrl('ticketSteps', { ...list, ...more });
            return (
              <tr key={key}>
                <td>{label}</td>
                <td>
                  <Count n={f.came} to={to({ step: 'came' })} />
                </td>
                <td>{share(f.answeredWithin, f.answersPromised)}</td>
                <td>
                  <Count n={f.done} to={to({ step: 'done' })} />
                </td>
                <td>{share(f.doneWithin, f.donePromised)}</td>
                <td>{f.medianWords || '—'}</td>
                <td>
                  <Count n={f.reopened} to={to({ step: 'reopened' })} />
                </td>
                <td>
                  <Count n={f.good} to={to({ step: 'done', rating: 'good' })} />
                </td>
                <td>
                  <Count n={f.fair} to={to({ step: 'done', rating: 'fair' })} />
                </td>
                <td>
                  <Count n={f.bad} to={to({ step: 'done', rating: 'bad' })} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const Count = ({ n, to }: { n: number; to: string | undefined }) => (n > 0 && to ? <Link to={to}>{n}</Link> : <>{n}</>);
