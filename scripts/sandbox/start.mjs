/** For tests of the server, which compiles its own folder only. */
export { startMailCatcher } from './mail-catcher.ts';
export { startSandbox } from './start.ts';
