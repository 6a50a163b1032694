import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from '../xlsx/read-xlsx.ts';
import { openFile } from './open-file.ts';

/** What people wait for goes before what a stranger's file costs. */

const sample = (folder: string, name: string) => readFileSync(join(import.meta.dirname, `../${folder}/samples`, name));

/** How far behind the server's own thread the threads of this process stand that stand behind it: see proc(5), `nice`. */
function behind(): number[] {
  const own = getPriority();
  return readdirSync('/proc/self/task')
    .map((thread) => statOf(thread))
    .map((line) => Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[16]) - own)
    .filter((steps) => steps > 0);
}

/** '' of a thread that has ended since it was listed. */
function statOf(thread: string): string {
  try {
    return readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
  } catch {
    return '';
  }
}

/** The same, of every moment of a piece of work. */
async function behindDuring(work: () => Promise<unknown>): Promise<Set<number>> {
  const seen = new Set<number>();
  const look = setInterval(() => behind().forEach((steps) => seen.add(steps)), 2);
  await work().finally(() => clearInterval(look));
  return seen;
}

test.each([
  ['a sheet', () => readXlsx(sample('xlsx', 'bomb_100_honest.xlsx'))],
  ['a PDF', () => openFile(sample('opening', 'lead.pdf'), 'lead.pdf')],
])('%s is read by a thread that gives way to the server’s own', async (_what, work) => {
  expect(behind()).toEqual([]);
  expect([...(await behindDuring(work))]).toEqual([5]);
  expect(behind()).toEqual([]);
});
