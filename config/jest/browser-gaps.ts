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

Object.assign(globalThis, { TextDecoder, TextEncoder, ResizeObserver: SilentObserver, matchMedia });
