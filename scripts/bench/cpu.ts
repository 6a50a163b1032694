import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** CPU time by /proc, for other processes than our own: Linux only, in steps of a tick (10 ms). */

const MS_PER_TICK = 1_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

interface Stat {
  parent: number;
  /** Of the process with its threads, and of children that ended and were waited for. */
  ticks: number;
}

/** CPU ms that a process and everything it started has used so far. */
export function treeCpuMs(pid: number): number {
  const processes = readProcesses();
  const belongs = (id: number): boolean => {
    for (let at: number | undefined = id; at; at = processes.get(at)?.parent) if (at === pid) return true;
    return false;
  };
  let ticks = 0;
  for (const [id, stat] of processes) if (belongs(id)) ticks += stat.ticks;
  return ticks * MS_PER_TICK;
}

/**
 * CPU ms that the threads of processes have used so far, by the scheduler's own count: exact enough for a few
 * milliseconds, but blind to threads that have ended.
 */
export function threadsCpuMs(pids: readonly number[]): number {
  let nanoseconds = 0;
  for (const pid of pids)
    for (const thread of readdirSync(`/proc/${pid}/task`))
      nanoseconds += threadNanoseconds(`/proc/${pid}/task/${thread}`);
  return nanoseconds / 1e6;
}

function threadNanoseconds(folder: string): number {
  try {
    return Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return 0; // ended between being listed and being read
  }
}

function readProcesses(): Map<number, Stat> {
  const processes = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) && readStat(`/proc/${name}/stat`);
    if (stat) processes.set(Number(name), stat);
  }
  return processes;
}

function readStat(file: string): Stat | null {
  try {
    // The name in brackets may hold blanks; after it: state, parent, … and utime, stime, cutime, cstime from the 12th on.
    const fields = readFileSync(file, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    return { parent: fields[1] ?? 0, ticks };
  } catch {
    return null; // it has just ended
  }
}

/** What all cores have done since they started, ms: together, and of that nothing at all. */
export function machineMs(): { total: number; idle: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, softIrq = 0, stolen = 0] = line
    .split(/\s+/)
    .slice(1)
    .map((ticks) => Number(ticks) * MS_PER_TICK);
  return { total: user + nice + system + idle + wait + irq + softIrq + stolen, idle: idle + wait };
}

/** CPU ms of this process, all its threads, and what it started, while `work` ran. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  const children = treeCpuMs(process.pid) - ownTicks();
  await work();
  const own = process.cpuUsage(before);
  return (own.user + own.system) / 1_000 + (treeCpuMs(process.pid) - ownTicks() - children);
}

/** The part of the tree that `process.cpuUsage` counts finer: this process without its children. */
function ownTicks(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) * MS_PER_TICK;
}
