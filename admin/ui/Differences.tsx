import type { ReactNode } from 'react';

interface DifferencesProps {
  /** Heads of the two columns: 修改前 and 修改后, unless it is about something else. */
  heads?: readonly [left: string, right: string];
  rows: readonly { label: string; left: ReactNode; right: ReactNode }[];
}

/** What a change changes, one thing a row: how it stands on the left, how it will stand on the right. */
export function Differences({ heads = ['修改前', '修改后'], rows }: DifferencesProps) {
  return (
    <table className="differences">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, left, right }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{left === '' ? '—' : left}</td>
            <td>{right === '' ? '—' : right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
