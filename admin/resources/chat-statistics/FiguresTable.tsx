import type { ChatFigures } from '../../../bff/contract/chat-statistics/replies.ts';

/** The same numbers for each of something, a line each. */
export function FiguresTable({
  title,
  heading,
  rows,
}: {
  title: string;
  heading: string;
  rows: { key: string; label: string; figures: ChatFigures }[];
}) {
  return (
    <section className="sheet padded statistics-table">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th>{heading}</th>
            <th>发起咨询</th>
            <th>接入</th>
            <th>未接入离开</th>
            <th>等待中位数</th>
            <th>九成等待</th>
            <th>自动结束</th>
            <th>转为工单</th>
            <th>满意</th>
            <th>一般</th>
            <th>不满意</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, figures: f }) => (
            <tr key={key}>
              <td>{label}</td>
              <td>{f.came}</td>
              <td>{f.taken}</td>
              <td>{f.abandoned}</td>
              <td>{f.medianWords || '—'}</td>
              <td>{f.ninetyWords || '—'}</td>
              <td>{f.silent}</td>
              <td>{f.ticketed}</td>
              <td>{f.good}</td>
              <td>{f.fair}</td>
              <td>{f.bad}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
