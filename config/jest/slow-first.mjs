import TestSequencer from '@jest/test-sequencer';

/**
 * The files that take longest, longest first. One that starts last would keep one core busy while the other waits.
 * scripts/test/runner.test.mjs holds that they are there.
 */
export const SLOW = [
  'bff/test/house/naughty-strings.test.ts',
  'bff/test/house/permissions.test.ts',
  'bff/modules/profiles/changes/kill-change.test.ts',
  'bff/modules/certificates/applying/thousand-at-once.test.ts',
  'bff/modules/certificates/issued/kill.test.ts',
  'scripts/dev/new-module.test.mjs',
  'bff/modules/imports/kill-run.test.ts',
  'bff/modules/imports/large-sheets.test.ts',
  'bff/modules/activities/office/kill-wind-up.test.ts',
  'bff/modules/tickets/field-changes/kill-adoption.test.ts',
  'bff/modules/bulk/kill-bulk.test.ts',
  'bff/modules/rights/rights.test.ts',
  'bff/platform/pdf/render.test.ts',
  'bff/templates/certificate/qr-wear.test.ts',
  'bff/modules/certificates/ended/withdraw-or-approve.test.ts',
  'bff/modules/audit/chain.test.ts',
  'admin/resources/firms/firm-form.test.tsx',
  'admin/resources/applications/queue.test.tsx',
  'admin/resources/imports/run.test.tsx',
];

const rank = ({ path }) => {
  const at = SLOW.findIndex((name) => path.endsWith(`/${name}`));
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
