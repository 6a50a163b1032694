import { inside, settings, withFolder } from '../children.ts';
import type { Probe, SignInsReport } from '../inside/sign-ins.ts';
import { plainLine, round, type Line } from '../line.ts';
import { summarise } from '../samples.ts';

const WITHIN_MS = 1_000;
const NAMES: Record<Probe, string> = { page: 'GET /', pdf: 'a PDF', 'sign-in': "another member's sign-in" };

/** 200 wrong sign-ins at once from one address; the control is what 200 hashes do that no line holds back. */
export async function signIns(): Promise<Line[]> {
  const run = (way: 'line' | 'none') =>
    withFolder((folder) => inside<SignInsReport>('sign-ins', [way], settings(folder, { TRUST_PROXY: '1' })));
  const [ours, control] = [await run('line'), await run('none')];
  return (Object.keys(NAMES) as Probe[]).map((probe) => {
    const idle = summarise(ours.idle[probe]).median;
    const [worst, without] = [Math.max(...ours.burst[probe]), Math.max(...control.burst[probe])];
    const answers = Object.entries(ours.answers).map(([status, count]) => `${count} × ${status}`);
    return plainLine(
      { what: `slowest ${NAMES[probe]} during 200 wrong sign-ins at once`, yardstick: 'itself, idle' },
      'under 1 s',
      `${round(worst / idle)} ×, ${round(worst)} ms`,
      worst < WITHIN_MS,
      `idle ${round(idle)} ms; without the line ${round(without)} ms; the wrong ones: ${answers.join(', ')}; SQLite`,
    );
  });
}
