import { inside, settings, withFolder } from '../children.ts';
import type { ProfilesReport } from '../inside/profiles.ts';
import { plainLine, round, type Line } from '../line.ts';
import { summarise } from '../samples.ts';

const OPENING_MS = 4;
/** What a section is found by, in whatever order it is asked. */
const KEY = ['lawyer_id', 'section', 'version'];

/** One lawyer's 信息补全: all sections opened, and one of them saved as it is typed. */
export async function profiles(): Promise<Line[]> {
  const { opening, saving, reads, writes } = await withFolder((folder) =>
    inside<ProfilesReport>('profiles', [], settings(folder)),
  );
  const [open, save] = [summarise(opening), summarise(saving)];
  const [write = ''] = writes;
  const isByKey = writes.length === 1 && KEY.every((column) => write.split('WHERE')[1]?.includes(column));
  return [
    plainLine(
      { what: 'all sections of a profile opened and judged, CPU', yardstick: 'none' },
      `one query of the sections, at most ${OPENING_MS} ms`,
      `${reads.length} ${reads.length === 1 ? 'query' : 'queries'}, ${round(open.median)} ms (${round(open.low)}–${round(open.high)})`,
      reads.length === 1 && open.median <= OPENING_MS,
      'SQLite, whose engine counts in it',
    ),
    plainLine(
      { what: 'a section saved as it is typed', yardstick: 'none' },
      'one UPDATE by key',
      `${writes.length} ${isByKey ? 'UPDATE by key' : 'statements that write'}`,
      isByKey,
      `${round(save.median)} ms of CPU (${round(save.low)}–${round(save.high)}) with the judgement that comes back; SQLite`,
    ),
  ];
}
