import { inside, settings, withFolder } from '../children.ts';
import type { ProgressReport } from '../inside/progress.ts';
import { ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise } from '../samples.ts';

const [FEW, MANY] = [10_000, 100_000];
/** Counting must not grow with those who are counted. */
const REACH = 1.2;
const NAMES: Record<keyof ProgressReport, string> = {
  pages: 'the numbers of a campaign and of twenty firms',
  moves: 'a profile that moves, with its counters',
};

/** How far profiles are: the same with ten thousand lawyers as with a hundred thousand, all of them in a campaign. */
export async function progress(): Promise<Line[]> {
  const run = (lawyers: number) =>
    withFolder((folder) => inside<ProgressReport>('progress', [String(lawyers)], settings(folder)));
  const [few, many] = [await run(FEW), await run(MANY)];
  return (Object.keys(NAMES) as (keyof ProgressReport)[]).map((name) => {
    const [before, after] = [summarise(few[name]).median, summarise(many[name]).median];
    return ratioLine(
      { what: `${NAMES[name]}, 100,000 lawyers, CPU`, yardstick: 'the same with 10,000' },
      { atMost: REACH },
      ratios(many[name], few[name]),
      `${round(after)} ms, with 10,000 ${round(before)} ms; SQLite`,
    );
  });
}
