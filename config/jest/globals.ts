import type * as Jest from '@jest/globals';
import { setTimeLimit } from './time-limits.ts';

/**
 * Stands for `@jest/globals`, which works within Jest's own runner alone: names what the light runner sets. Of `jest` there
 * are mocks and `setTimeout`; whoever replaces modules is listed in config/jest.ts.
 */
const globals = globalThis as unknown as typeof Jest;

export const { describe, it, test, expect, beforeAll, beforeEach, afterAll, afterEach } = globals;
export const jest = Object.assign(globals.jest, {
  setTimeout(ms: number) {
    setTimeLimit(ms);
    return globals.jest;
  },
});
