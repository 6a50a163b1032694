import { expect, test } from '@jest/globals';
import { standingOf } from './standing.ts';

test.each([
  ['valid', null, 'valid'],
  ['valid', '2026-11-21', 'expired'],
  ['valid', '2026-11-22', 'valid'],
  ['valid', '2026-11-23', 'valid'],
  ['revoked', null, 'revoked'],
  ['revoked', '2026-11-21', 'revoked'],
  ['replaced', '2026-11-21', 'replaced'],
] as const)('%s, good until %s: %s', (standing, expiresOn, shown) => {
  expect(standingOf({ standing, expiresOn }, '2026-11-22')).toBe(shown);
});
