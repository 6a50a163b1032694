import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { Handler } from './page.ts';

/** CommonJS inside a context with WeChat's globals alone. */
export function loader(
  dist: string,
  definitions: Map<string, Record<string, unknown>>,
  wx: object,
  entry: object,
  pages: () => unknown[],
): (file: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  let loading = '';
  let app: Record<string, Handler | undefined> = {};
  const define = (definition: Record<string, unknown>) => void definitions.set(loading, definition);
  const context = vm.createContext({
    wx,
    console,
    // Pages left open at the end of a test must not keep the process alive.
    setTimeout: (work: () => void, ms?: number) => setTimeout(work, ms).unref(),
    setInterval: (work: () => void, ms?: number) => setInterval(work, ms).unref(),
    clearTimeout,
    clearInterval,
    App(definition: typeof app) {
      app = definition;
      for (const event of ['onLaunch', 'onShow']) app[event]?.(entry);
    },
    Page: define,
    Component: define,
    Behavior: (definition: unknown) => definition,
    getApp: () => app,
    getCurrentPages: pages,
  });
  const run = (file: string): unknown => {
    const already = loaded.get(file);
    if (already) return already.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const code = `(function (require, module, exports) {${readFileSync(path.join(dist, file), 'utf8')}\n})`;
    const wrapped = vm.runInContext(code, context, { filename: file }) as (...given: unknown[]) => void;
    const folder = path.posix.dirname(file);
    const require = (name: string) => run(path.posix.join(folder, name.endsWith('.js') ? name : `${name}.js`));
    const before = loading;
    loading = file.replace(/\.js$/, '');
    wrapped(require, module, module.exports);
    loading = before;
    return module.exports;
  };
  return run;
}
