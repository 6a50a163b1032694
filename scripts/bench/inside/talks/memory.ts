import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process has, KB: of the machine, and of that what is in use once everything that nobody needs was collected. */
export interface Memory {
  rssKb: number;
  inUseKb: number;
}

/** Memory of this process, before and after a collection of all that nobody needs. */
export function memory(): Memory {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { rss } = process.memoryUsage();
  // The first frees what has a finaliser, the second what that held.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return { rssKb: rss / 1_024, inUseKb: (heapUsed + external) / 1_024 };
}
