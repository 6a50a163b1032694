import { inside } from '../children.ts';
import type { Filled } from '../filled.ts';
import type { PageTimes } from '../inside/time-lists.ts';
import { ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise, type Summary } from '../samples.ts';

const PAIRS = 10;

/** Every page of every long list beside itself on a database with a tenth of the certificates; the worst one counts. */
export async function pages({ env, smaller, callers }: Filled): Promise<Line[]> {
  const sizes: Sizes = [callers.certificates, smaller.certificates];
  return [await slowestPage({ script: 'pages', of: 'certificates', sizes }, env, smaller.env)];
}

type Sizes = [many: number, few: number];

/** The page of any list of a script that grows most between two databases. */
export async function slowestPage(
  { script, of, sizes }: { script: string; of: string; sizes: Sizes },
  env: NodeJS.ProcessEnv,
  smaller: NodeJS.ProcessEnv,
): Promise<Line> {
  const many: PageTimes[] = [];
  const few: PageTimes[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    many.push(await inside<PageTimes>(script, [], env));
    few.push(await inside<PageTimes>(script, [], smaller));
  }
  const names = Object.keys(many[0] ?? {});
  const samplesOf = (samples: PageTimes[], name: string) => samples.map((times) => times[name] ?? 0);
  const found = names
    .map((name) => ({ name, ratio: ratios(samplesOf(many, name), samplesOf(few, name)) }))
    .toSorted((a, b) => b.ratio.median - a.ratio.median);
  const [worst] = found as [{ name: string; ratio: Summary }];
  const [large, small] = sizes.map((count) => count.toLocaleString('en'));
  const ms = round(summarise(samplesOf(many, worst.name)).median);
  return ratioLine(
    { what: `slowest of ${names.length} pages of lists, ${large} ${of}`, yardstick: `itself at ${small}` },
    { atMost: 1.2 },
    worst.ratio,
    `${worst.name}, ${ms} ms; median of all pages ${round(summarise(found.map(({ ratio }) => ratio.median)).median)} ×`,
  );
}
