import { inside } from '../children.ts';
import type { Filled } from '../filled.ts';
import type { PageTimes } from '../inside/pages.ts';
import { ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise, type Summary } from '../samples.ts';

const PAIRS = 10;

/** Every page of every long list beside itself on a database with a tenth of the certificates; the worst one counts. */
export async function pages({ env, smaller, callers }: Filled): Promise<Line[]> {
  const many: PageTimes[] = [];
  const few: PageTimes[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    many.push(await inside<PageTimes>('pages', [], env));
    few.push(await inside<PageTimes>('pages', [], smaller.env));
  }
  const names = Object.keys(many[0] ?? {});
  const of = (samples: PageTimes[], name: string) => samples.map((times) => times[name] ?? 0);
  const found = names
    .map((name) => ({ name, ratio: ratios(of(many, name), of(few, name)) }))
    .toSorted((a, b) => b.ratio.median - a.ratio.median);
  const [worst] = found as [{ name: string; ratio: Summary }];
  const [large, small] = [callers.certificates, smaller.certificates].map((count) => count.toLocaleString('en'));
  const ms = round(summarise(of(many, worst.name)).median);
  return [
    ratioLine(
      { what: `slowest of ${names.length} pages of lists, ${large} certificates`, yardstick: `itself at ${small}` },
      { atMost: 1.2 },
      worst.ratio,
      `${worst.name}, ${ms} ms; median of all pages ${round(summarise(found.map(({ ratio }) => ratio.median)).median)} ×`,
    ),
  ];
}
