import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { compileTemplates, flatten, listener, squeeze, type Node } from './weapp-render.ts';
import { createWx, type WxCall, type WxOptions } from './weapp-wx.ts';

/**
 * Runs a production mini-program build in Node, without WeChat: its own compiler (npm miniprogram-compiler) turns the
 * WXML into render functions, page scripts run in a context that has nothing but what WeChat gives (no DOM, no fetch, no
 * URL), events are objects and `wx.*` calls are recorded. What a page shows is what its template makes of its data.
 */
export interface MiniProgram {
  calls: WxCall[];
  /** Bytes of each setData, as they cross to the render layer. */
  setDataSizes: number[];
  route(): string;
  /** All that the page says, without white space. */
  text(): string;
  open(url: string): void;
  /** Taps what says this, once something listens there. */
  tap(text: string): Promise<void>;
  type(id: string, value: string): void;
  /** Answers a native picker. */
  pick(id: string, value: string | number): void;
  /** Waits until the page shows the text; throws with what it shows instead. */
  sees(text: string): Promise<void>;
}

type Handler = (event?: unknown) => void;
interface Page {
  path: string;
  data: Record<string, unknown>;
  instance: Record<string, unknown>;
}
interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

const WAIT_MS = 120_000;

export function launch(dist: string, options: WxOptions): MiniProgram {
  const render = compileTemplates(dist);
  const appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
  const inPackages = (appJson.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  const known = new Set([...appJson.pages, ...inPackages]);
  const stack: Page[] = [];
  const setDataSizes: number[] = [];
  const calls: WxCall[] = [];

  const definitions = new Map<string, Record<string, unknown>>();
  const wx = createWx(options, calls, { open, replace, close, reset });
  const run = loader(dist, definitions, wx, () => stack.map((page) => page.instance));

  function open(url: string): void {
    notify(stack.at(-1), 'onHide');
    enter(url);
  }
  function enter(url: string): void {
    const [name = '', query = ''] = url.replace(/^\//, '').split('?');
    if (!known.has(name)) throw new Error(`${name} is not in app.json`);
    run(`${name}.js`);
    const page = createPage(name, definitions.get(name) ?? {}, setDataSizes);
    stack.push(page);
    const pairs = query.split('&').filter(Boolean);
    notify(page, 'onLoad', Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])));
    notify(page, 'onShow');
    notify(page, 'onReady');
  }
  function replace(url: string): void {
    notify(stack.pop(), 'onUnload');
    enter(url);
  }
  function close(): void {
    notify(stack.pop(), 'onUnload');
    notify(stack.at(-1), 'onShow');
  }
  function reset(url: string): void {
    while (stack.length) notify(stack.pop(), 'onUnload');
    enter(url);
  }
  const current = (): Page => {
    const page = stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  };
  const tree = () => render(current().path, current().data);
  const text = () => tree().text;
  const byId = (id: string) => {
    const node = flatten(tree()).find((candidate) => candidate.attr.id === id);
    if (!node) throw new Error(`no element #${id}; the page shows: ${text()}`);
    return node;
  };

  run('app.js');
  open(appJson.pages[0] ?? '');
  return {
    calls,
    setDataSizes,
    route: () => current().path,
    text,
    open,
    async tap(label) {
      const says = (node: Node) => node.text === squeeze(label) && listener(node, 'tap') !== null;
      const node = await until(
        () => flatten(tree()).findLast(says),
        () => `nothing to tap says “${label}”; the page shows: ${text()}`,
      );
      fire(current(), node, 'tap', {});
    },
    type: (id, value) => fire(current(), byId(id), 'input', { value }),
    pick: (id, value) => fire(current(), byId(id), 'change', { value }),
    async sees(wanted) {
      await until(
        () => text().includes(squeeze(wanted)) || undefined,
        () => `never saw “${wanted}”; the page shows: ${text()}`,
      );
    },
  };
}

/** Asks until there is an answer; throws with `explain` when none comes. */
export async function until<T>(ask: () => T | undefined, explain: () => string): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(explain());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** CommonJS inside a context with WeChat's globals alone. */
function loader(
  dist: string,
  definitions: Map<string, Record<string, unknown>>,
  wx: object,
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
      for (const event of ['onLaunch', 'onShow']) app[event]?.({ path: '', query: {}, scene: 1001 });
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

function createPage(name: string, definition: Record<string, unknown>, sizes: number[]): Page {
  const instance: Record<string, unknown> = { route: name };
  for (const [key, value] of Object.entries({ ...definition, ...(definition.methods as object | undefined) })) {
    instance[key] = typeof value === 'function' ? (value as Handler).bind(instance) : value;
  }
  const page: Page = { path: name, data: copy(definition.data ?? {}) as Record<string, unknown>, instance };
  Object.defineProperty(instance, 'data', { get: () => page.data });
  instance.setData = (patch: Record<string, unknown>, done?: () => void) => {
    sizes.push(Buffer.byteLength(JSON.stringify(patch)));
    for (const [key, value] of Object.entries(patch)) assign(page.data, key, copy(value));
    if (done) setTimeout(done, 0);
  };
  return page;
}

function notify(page: Page | undefined, event: string, given?: object): void {
  (page?.instance[event] as Handler | undefined)?.(given);
}

function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

/** `root.cn[0].cl` → the place in the data. */
function assign(data: Record<string, unknown>, key: string, value: unknown): void {
  const keys = key
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = keys.pop() ?? '';
  let place = data;
  keys.forEach((part, index) => {
    place[part] ??= /^\d+$/.test(keys[index + 1] ?? last) ? [] : {};
    place = place[part] as Record<string, unknown>;
  });
  place[last] = value;
}

function fire(page: Page, target: Node, type: string, detail: object): void {
  const found = listener(target, type);
  if (!found) throw new Error(`nothing listens to ${type} around “${target.text || String(target.attr.id)}”`);
  const { node, handler } = found;
  (page.instance[handler] as Handler)({
    type,
    detail,
    timeStamp: Date.now(),
    mark: {},
    touches: [],
    changedTouches: [],
    target: { id: target.attr.id, dataset: { sid: target.attr['data-sid'] } },
    currentTarget: { id: node.attr.id, dataset: { sid: node.attr['data-sid'] ?? node.attr.id } },
  });
}
