import type { ReactNode } from 'react';
import type { ActivityFigures } from '../../../bff/contract/activity-statistics/replies.ts';
import { share } from '../../ui/statistics/period.ts';

/** The same numbers for each of something, a line each; `more`: what stands beside its name. */
export function FiguresTable({
  title,
  heading,
  more,
  rows,
}: {
  title: string;
  heading: string;
  more?: readonly string[];
  rows: { key: string; label: ReactNode; more?: readonly ReactNode[]; figures: ActivityFigures }[];
}) {
  if (rows.length === 0) return null;
  return (
    <section className="sheet padded statistics-table">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th>{heading}</th>
            {more?.map((label) => (
              <th key={label}>{label}</th>
            ))}
            <th>报名</th>
            <th>有名额</th>
            <th>到场</th>
            <th>缺席</th>
            <th>缺席率</th>
            <th>请假</th>
            <th>取消</th>
            <th>未获名额</th>
            <th>学时</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, more: beside, figures: f }) => (
            <tr key={key}>
              <td>{label}</td>
              {beside?.map((words, place) => (
                <td key={more?.[place]}>{words}</td>
              ))}
              <td>{f.signed}</td>
              <td>{f.seated}</td>
              <td>{f.came}</td>
              <td>{f.absent}</td>
              <td>{share(f.absent, f.came + f.absent)}</td>
              <td>{f.onLeave}</td>
              <td>{f.cancelled}</td>
              <td>{f.unplaced}</td>
              <td>{f.tenths / 10}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
