/** For tests of the server, which compiles its own folder only. */
export { startSandbox } from './start.ts';
