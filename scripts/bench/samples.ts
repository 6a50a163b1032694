/** Measures one sample; lower or higher may be better, the caller knows. */
export type Measure = () => Promise<number>;

/** Takes `rounds` samples of each in turn (A B A B …), so that whatever disturbs the machine disturbs all alike. */
export async function takeTurns<Name extends string>(
  rounds: number,
  measures: Record<Name, Measure>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measures) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) samples[name].push(await measures[name]());
  }
  return samples;
}

/** Median, and the quartiles as its spread. */
export interface Summary {
  median: number;
  low: number;
  high: number;
  count: number;
}

export function summarise(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    count: sorted.length,
  };
}

/** Each sample over the yardstick's sample that was taken beside it. */
export function ratios(ours: readonly number[], yardstick: readonly number[]): Summary {
  return summarise(ours.map((sample, i) => sample / (yardstick[i] ?? Number.NaN)));
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return below + (above - below) * (at - Math.floor(at));
}
