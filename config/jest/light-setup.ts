import { registerHooks } from 'node:module';

/**
 * What Jest's own runner does and light-runner.mjs leaves to Node: `@jest/globals` names Jest's globals, and each test file
 * begins with file-begins.ts, on its first line, so that every line keeps its number.
 */
const GLOBALS = new URL('globals.ts', import.meta.url).href;
const BEGINS = new URL('file-begins.ts', import.meta.url).href;

let files = 0;

registerHooks({
  resolve(specifier, context, next) {
    return next(specifier === '@jest/globals' ? GLOBALS : specifier, context);
  },
  load(url, context, next) {
    const loaded = next(url, context);
    // The runner adds a query to what it runs; the same file imported by another one has none.
    if (!/\.test\.(tsx?|mjs)\?\d+$/.test(url)) return loaded;
    const { source } = loaded;
    const text = typeof source === 'string' ? source : new TextDecoder().decode(source as Uint8Array);
    return { ...loaded, source: `import '${BEGINS}?${++files}'; ${text}` };
  },
});
