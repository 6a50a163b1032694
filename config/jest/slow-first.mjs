import TestSequencer from '@jest/test-sequencer';

/** The files that take longest, longest first. One that starts last would keep one core busy while the other waits. */
const SLOW = [
  'certificates/thousand-at-once.test.ts',
  'certificates/kill.test.ts',
  'bff/test/house/permissions.test.ts',
  'bff/test/house/naughty-strings.test.ts',
  'certificates/withdraw-or-approve.test.ts',
  'audit/chain.test.ts',
  'pdf/render.test.ts',
];

const rank = ({ path }) => {
  const at = SLOW.findIndex((name) => path.endsWith(name));
  return at < 0 ? SLOW.length : at;
};

/**
 * Begins with the slow files; a fresh clone knows no durations yet, and jest would go by the size of the files.
 * Not TypeScript: for an ES module the package's types name another export than the package has.
 */
export default class SlowFirst extends TestSequencer {
  async sort(tests) {
    return (await super.sort(tests)).toSorted((a, b) => rank(a) - rank(b));
  }
}
