import type { ReactNode } from 'react';

export type Fact = [label: string, value: ReactNode];

/** Label and value, one pair a line; facts without a value show a dash. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' || value === null || value === undefined ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
