import { inside, settings, withFolder } from '../children.ts';
import type { BurstReport, MemoryReport, SingleReport } from '../inside/issuing.ts';
import { plainLine, ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise } from '../samples.ts';
import { cpus } from 'node:os';

const run = <T>(way: 'single' | 'burst' | 'memory') =>
  withFolder((folder) => inside<T>('issuing', [way], settings(folder)));

/** Application with automatic review, its job, and the download, one at a time. */
export async function submitToDownload(): Promise<Line[]> {
  const { submitted, letter } = await run<SingleReport>('single');
  const note = `CPU ${round(summarise(submitted).median)} against ${round(summarise(letter).median)} ms, SQLite`;
  return [
    ratioLine(
      { what: 'submit → certificate downloadable, CPU', yardstick: 'one signed certificate' },
      { atMost: 2 },
      ratios(submitted, letter),
      note,
    ),
  ];
}

const CORES = 2;

/** A thousand at once. What other programs use of the machine meanwhile does not count, idle cores do. */
export async function burst(): Promise<Line[]> {
  const { single, burst: cpu, idle, elapsed, issued, numbers, repeated } = await run<BurstReport>('burst');
  const count = 1_000;
  const held = (cpu + (idle * CORES) / cpus().length) / (single * count);
  const subject = {
    what: `burst of ${count.toLocaleString('en')} submissions, time that ${CORES} cores were there for it`,
    yardstick: 'sum of the single ones / 2',
  };
  const note =
    `${issued} issued with ${numbers} numbers in ${round(elapsed / 1_000)} s; CPU ${round(cpu / count)} ms each, ` +
    `by itself ${round(single)} ms; cores idle ${round(idle / 1_000)} s; ${repeated} sent again; SQLite`;
  const isWhole = issued === count && numbers === count;
  return [
    plainLine(
      subject,
      'at most 1.2 ×, none lost',
      `${round(held)} ×, ${count - issued} lost`,
      held <= 1.2 && isWhole,
      note,
    ),
  ];
}

const WINDOW = 100;

/** Resident memory of a process that issues, late against early. */
export async function memory(): Promise<Line[]> {
  const { after } = await run<MemoryReport>('memory');
  const around = (count: number) =>
    summarise(after.filter((s) => s.count > count - WINDOW && s.count <= count).map((s) => s.residentMb)).median;
  const last = after.at(-1)?.count ?? 0;
  const ratio = around(last) / around(500);
  const peak = Math.max(...after.map(({ residentMb }) => residentMb));
  return [
    plainLine(
      {
        what: `memory of the issuing process after ${last.toLocaleString('en')} certificates`,
        yardstick: 'itself after 500',
      },
      'at most 1.15 ×',
      `${round(ratio)} ×`,
      ratio <= 1.15,
      `${round(around(last))} against ${round(around(500))} MB, peak ${round(peak)} MB`,
    ),
  ];
}
