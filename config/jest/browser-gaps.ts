import { TextDecoder, TextEncoder } from 'node:util';

/** What every browser of ours has and jsdom has not. */

class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** A window that matches no media query and never changes. */
const matchMedia = (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
});

/** Puts something into the window, whether that is the global object itself or not (light-page.mjs). */
export function putIntoWindow(parts: Record<string, unknown>): void {
  // A file that asks for Node's own environment has no window.
  const { window: page = globalThis } = globalThis as unknown as { window?: object };
  for (const target of new Set([globalThis, page])) Object.assign(target, parts);
}

export const fillBrowserGaps = (): void =>
  putIntoWindow({ TextDecoder, TextEncoder, ResizeObserver: SilentObserver, matchMedia });

fillBrowserGaps();
