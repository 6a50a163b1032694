import { getState } from 'jest-circus';

/** Nothing may fail because a machine is slow; only what hangs for good. Loops that run whole take ten times as long. */
export const TEST_TIMEOUT_MS = process.env['TEST_FULL'] === 'true' ? 1_800_000 : 300_000;

let limitMs = TEST_TIMEOUT_MS;

/** `jest.setTimeout`: for the rest of the file. */
export function setTimeLimit(ms: number): void {
  limitMs = ms;
}

type Block = ReturnType<typeof getState>['rootDescribeBlock'];
type Limited = Pick<Block['hooks'][number] | Block['tests'][number], 'fn' | 'timeout'>;

/** Gives every test and hook of the loaded file its time limit, which the light runner does not know. */
export function limitTime(): void {
  const { rootDescribeBlock } = getState();
  limitBlock(rootDescribeBlock);
  limitMs = TEST_TIMEOUT_MS;
}

function limitBlock(block: Block): void {
  block.hooks.forEach(limit);
  for (const child of block.children) {
    if (child.type === 'describeBlock') limitBlock(child);
    else limit(child);
  }
}

/** Gives one test or hook its time limit: it fails when that has passed, whatever it waits for. */
export function limit(limited: Limited): void {
  const { fn, timeout } = limited;
  // One that takes a callback says itself when it has ended.
  if (!fn || fn.length > 0) return;
  const ms = timeout ?? limitMs;
  limited.fn = async () => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(`not finished within ${ms} ms`)), ms);
    try {
      return await Promise.race([(fn as () => unknown)(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
