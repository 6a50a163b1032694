import type { ReactNode } from 'react';
import { WholeTimes } from './WholeTimes.tsx';

export type Fact = [label: string, value: ReactNode];

/** Label and value, one pair a line; facts without a value show a dash. `isWide`: the labels are sentences rather than words. */
export function FactList({ facts, isWide = false }: { facts: Fact[]; isWide?: boolean }) {
  return (
    <dl className={isWide ? 'facts facts-wide' : 'facts'}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{inWords(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function inWords(value: ReactNode): ReactNode {
  if (value === '' || value === null || value === undefined) return '—';
  return typeof value === 'string' ? <WholeTimes words={value} /> : value;
}
