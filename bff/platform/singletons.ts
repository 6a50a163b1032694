/** Forgets what a module keeps, and closes what it holds open. */
type Reset = () => void | Promise<void>;

const resets: Reset[] = [];

/**
 * Every module that keeps something for the whole process (a cache, a clock, a connection, a line, a counter) says here
 * how that begins anew. Nothing at run time asks for it; tests do, between two files that share a process. A test finds
 * modules that forgot (config/singletons.test.ts).
 */
export function keepsState(reset: Reset): void {
  resets.push(reset);
}

/** Begins everything anew, whoever was loaded last first, as it may hold what others opened. */
export async function resetSingletons(): Promise<void> {
  for (const reset of resets.toReversed()) await reset();
}
