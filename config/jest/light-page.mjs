import { TestEnvironment } from 'jest-environment-jsdom';
import { beforeEachFile } from './each-file.ts';
import { importAsVite } from './page-modules.ts';

/**
 * Tests of pages in one process (light-runner.mjs): one window for all files of a worker, empty at the start of each. The
 * libraries of pages take seconds to load; this way once, not once a file.
 */
importAsVite();

const { global: page } = new TestEnvironment({ projectConfig: { testEnvironmentOptions: {} } }, { console });

/** What Node has as well, but a document takes its own kind only. */
const OF_DOCUMENTS = /Event$|^EventTarget$|^Abort|^Blob$|^File|^FormData$|^DOMException$|^navigator$|Storage$/;

for (const name of Object.getOwnPropertyNames(page)) {
  if (name in globalThis && !OF_DOCUMENTS.test(name)) continue;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => page[name],
    set: (value) => void (page[name] = value),
  });
}
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// Loaded once, it would clean up after the tests of the first file only.
process.env['RTL_SKIP_AUTO_CLEANUP'] = 'true';

const { fillBrowserGaps } = await import('./browser-gaps.ts');
const { cleanup } = await import('@testing-library/react');

beforeEachFile(() => {
  cleanup();
  // Not there yet while the worker is set up.
  globalThis.afterEach?.(cleanup);
  fillBrowserGaps();
  page.document.body.replaceChildren();
  page.localStorage.clear();
  page.sessionStorage.clear();
  page.history.replaceState(null, '', '/');
});
