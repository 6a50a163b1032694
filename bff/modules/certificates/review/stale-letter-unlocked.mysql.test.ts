import { expect, jest, test } from '@jest/globals';

// Control of stale-letter.test.ts: the same races, but nobody locks. SQLite needs no locks, its writers take turns.
jest.unstable_mockModule('../../registry/facts/lock-subjects.ts', () => ({
  lockForReading: async () => undefined,
  lockForWriting: async () => undefined,
}));
const { useOffice } = await import('../../../test/office.ts');
const { RACES, runRaces } = await import('../../../test/trouble/registry-races.ts');

useOffice();

test.each(Object.keys(RACES))(
  'without locks %s makes stale letters',
  async (name) => {
    const tally = await runRaces(RACES[name]!, { least: 0, most: 500, spreadMs: 60, enough: ({ stale }) => stale > 0 });
    expect(tally.stale).toBeGreaterThan(0);
  },
  180_000,
);
