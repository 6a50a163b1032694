import { listener, type Node } from './render.ts';

/** A page of the stack: what it was defined with, and the data that its template sees. */
export interface Page {
  path: string;
  data: Record<string, unknown>;
  instance: Record<string, unknown>;
}
export type Handler = (event?: unknown) => unknown;

/** What a page's setData meets on its way to the screen. */
export interface Crossing {
  /** The bytes of each one are added here. */
  sizes: number[];
  /** How many milliseconds the next one takes to arrive, and what hears of that; without it, they arrive at once. */
  late?: { ms: () => number; arrived: (page: Page) => void };
}

/** A page as WeChat makes one of its definition. */
export function createPage(name: string, definition: Record<string, unknown>, crossing: Crossing): Page {
  const instance: Record<string, unknown> = { route: name };
  for (const [key, value] of Object.entries({ ...definition, ...(definition.methods as object | undefined) })) {
    instance[key] = typeof value === 'function' ? (value as Handler).bind(instance) : value;
  }
  const page: Page = { path: name, data: copy(definition.data ?? {}) as Record<string, unknown>, instance };
  Object.defineProperty(instance, 'data', { get: () => page.data });
  // None overtakes the one before.
  const onTheWay: (() => void)[] = [];
  let arrives = 0;
  instance.setData = (patch: Record<string, unknown>, done?: () => void) => {
    const sent = JSON.stringify(patch);
    crossing.sizes.push(Buffer.byteLength(sent));
    const arrive = () => {
      for (const [key, value] of Object.entries(JSON.parse(sent) as typeof patch)) assign(page.data, key, value);
    };
    if (!crossing.late) {
      arrive();
      if (done) setTimeout(done, 0);
      return;
    }
    onTheWay.push(() => {
      arrive();
      crossing.late?.arrived(page);
      done?.();
    });
    arrives = Math.max(arrives, Date.now() + crossing.late.ms());
    setTimeout(() => onTheWay.shift()?.(), arrives - Date.now());
  };
  return page;
}

/** Calls what the page has for an event of its life. */
export function notify(page: Page | undefined, event: string, given?: object): void {
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

/** Has the element, or the one around it that listens, hear of an event. */
export function fire(page: Page, target: Node, type: string, detail: object): void {
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
