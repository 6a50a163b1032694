import { expect, test } from '@jest/globals';
import { stateOf } from './rules.ts';

const link = { revokedAt: null, expiresAt: 1000, codeTries: 0, viewLimit: 3, views: 0 };

test.each([
  ['fresh', {}, 'open'],
  ['its last moment', { expiresAt: 501 }, 'open'],
  ['the moment after', { expiresAt: 500 }, 'expired'],
  ['its last view', { views: 2 }, 'open'],
  ['none left', { views: 3 }, 'used_up'],
  ['without a limit', { views: 3000, viewLimit: null }, 'open'],
  ['nine wrong codes', { codeTries: 9 }, 'open'],
  ['ten wrong codes', { codeTries: 10 }, 'locked'],
  ['revoked before it expired', { revokedAt: 1, expiresAt: 2, views: 3 }, 'revoked'],
] as const)('a link: %s', (_what, change, state) => {
  expect(stateOf({ ...link, ...change }, 500)).toBe(state);
});
