/** The suites of config/jest.ts. */
export const SUITES = ['rules', 'tooling', 'documents', 'bff-sqlite', 'bff-mysql', 'miniapp', 'admin', 'e2e'];

/**
 * @param {string[]} args
 * @param {string[]} steps every step there is, in order
 * @returns {{ help: string | undefined, steps: string[], isFull: boolean }}
 */
export function parseArguments(args, steps) {
  const help = `npm test [-- --only STEP,STEP] [--full]

Runs: ${steps.join(', ')}; the checks, e2e, admin and tooling first, two at a time.
Packages are installed when missing; MariaDB and Redis are private to the run and end with it.
  --only STEP,…   only these (e2e builds first what it needs)
  --full          every heavy loop whole instead of a tenth, and every table on both databases
With CI=true nothing may be left out for want of a program.`;
  if (args.includes('--help') || args.includes('-h')) return { help, steps: [], isFull: false };
  const isFull = args.includes('--full');
  const others = args.filter((arg) => arg !== '--full');
  if (others.length === 0) return { help: undefined, steps, isFull };
  const [flag, list, ...more] = others.flatMap((arg) => (arg.startsWith('--only=') ? ['--only', arg.slice(7)] : [arg]));
  const only = flag === '--only' && more.length === 0 ? (list ?? '').split(',').filter(Boolean) : [];
  const unknown = only.filter((name) => !steps.includes(name));
  if (only.length === 0 || unknown.length > 0) {
    throw new Error(`cannot run: ${unknown.join(', ') || args.join(' ')}\n\n${help}`);
  }
  return { help: undefined, steps: steps.filter((name) => only.includes(name)), isFull };
}
