import { getPriority, setPriority } from 'node:os';

/** Three parts of a core for the server's own thread, one for the file: it has to come to its end on a busy machine as well. */
const STEPS = 5;
const LOWEST = 19;

/**
 * Called in a thread that works on a stranger's file: where both want the same core, the server's own thread goes first. On
 * Linux alone, where a thread has a priority of its own; elsewhere it would be the whole server's.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(Math.min(getPriority() + STEPS, LOWEST));
}
