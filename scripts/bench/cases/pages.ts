import { talkWith, type Talker } from '../children.ts';
import { threadsCpuMs } from '../cpu.ts';
import type { Filled } from '../filled.ts';
import type { FullPages, Turning } from '../inside/time-lists.ts';
import { ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise, takeTurns } from '../samples.ts';

const PAIRS = 21;
/** A sample is so long that what it takes to ask for it does not count. */
const TIMES = 10;
const WARM_UP_TIMES = 30;

/** Every page of every long list beside itself on a database with a tenth of the certificates; the worst one counts. */
export async function pages({ env, smaller, callers, serverPid }: Filled): Promise<Line[]> {
  const sizes: Sizes = [callers.certificates, smaller.certificates];
  return [await slowestPage({ script: 'pages', of: 'certificates', sizes, serverPid }, env, smaller.env)];
}

type Sizes = [many: number, few: number];

/**
 * The page of any list of a script, the first and one far down, whose CPU grows most between two databases: that of the process that asks and, where
 * `serverPid` names one, of the server that answers both.
 */
export async function slowestPage(
  { script, of, sizes, serverPid }: { script: string; of: string; sizes: Sizes; serverPid?: number | undefined },
  env: NodeJS.ProcessEnv,
  smaller: NodeJS.ProcessEnv,
): Promise<Line> {
  const [many, few] = [await talkWith(script, env), await talkWith(script, smaller)];
  const ask = (asked: Talker, turning: Turning) => asked.ask({ ...turning });
  const cpuOf = (asked: Talker, turned: Omit<Turning, 'times'>) => async () => {
    const pids = [asked.pid, ...(serverPid === undefined ? [] : [serverPid])];
    const before = threadsCpuMs(pids);
    await ask(asked, { ...turned, times: TIMES });
    return (threadsCpuMs(pids) - before) / TIMES;
  };
  const found: Page[] = [];
  const full = few.said as FullPages;
  for (const [list, atMany] of Object.entries(many.said as FullPages)) {
    for (const page of new Set([1, Math.min(atMany, full[list] ?? 1)])) {
      for (const asked of [many, few]) await ask(asked, { list, page, times: WARM_UP_TIMES });
      const cpu = await takeTurns(PAIRS, { many: cpuOf(many, { list, page }), few: cpuOf(few, { list, page }) });
      found.push({ page: `${list}第${page}页`, ms: summarise(cpu.many).median, ratio: ratios(cpu.many, cpu.few) });
    }
  }
  for (const asked of [many, few]) await asked.end();
  const [worst, second] = found.toSorted((a, b) => b.ratio.median - a.ratio.median) as [Page, Page];
  const [large, small] = sizes.map((count) => count.toLocaleString('en'));
  const middle = summarise(found.map(({ ratio }) => ratio.median)).median;
  return ratioLine(
    { what: `slowest of ${found.length} pages of lists, ${large} ${of}, CPU`, yardstick: `itself at ${small}` },
    { atMost: 1.2 },
    worst.ratio,
    `${worst.page}, ${round(worst.ms)} ms; the next one ${second.page}, ${round(second.ratio.median)} ×; median of all pages ${round(middle)} ×`,
  );
}

type Page = { page: string; ms: number; ratio: ReturnType<typeof ratios> };
