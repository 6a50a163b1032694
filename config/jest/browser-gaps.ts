import { TextDecoder, TextEncoder } from 'node:util';

/** What every browser of ours has and jsdom has not. */
Object.assign(globalThis, { TextDecoder, TextEncoder });

globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
})) as typeof globalThis.matchMedia;

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as typeof globalThis.ResizeObserver;
