import { shanghaiYear } from '../../../bff/contract/dates.ts';

/** Next year and the nine before it, latest first, as choices of a filter. */
export function recentYears(): ReadonlyMap<string, string> {
  const next = shanghaiYear(Date.now()) + 1;
  return new Map(Array.from({ length: 10 }, (_, n) => [String(next - n), `${next - n}年`] as const));
}
