import { TestEnvironment } from 'jest-environment-jsdom';

/**
 * A worker that has nothing left to do leaves at once. Otherwise Node frees its heap first, module by module and window by
 * window, for seconds on a busy machine. Whoever really leaves something open is still told: with work to do there is no
 * `beforeExit`.
 */
process.once('beforeExit', () => process.exit());

export default TestEnvironment;
