/** What every browser has and jsdom has not, as far as this client's libraries use it. */

/** Of a navigation's request the router reads no more than this. */
class NavigationRequest {
  readonly method = 'GET';
  readonly headers = new Map<string, string>();
  readonly url: string;
  readonly signal: AbortSignal | undefined;
  constructor(url: string | URL, init?: { signal?: AbortSignal }) {
    this.url = String(url);
    this.signal = init?.signal;
  }
}

/** antd waits for a message to itself in order to run after the current task. */
class NextTask {
  readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
  readonly port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage?.(), 0) };
}

/**
 * No style sheet is loaded in tests, and jsdom takes seconds to find that out from the rules that antd writes: the
 * element's own style and `hidden` are all there is to see.
 */
function ownStyle(element: HTMLElement): CSSStyleDeclaration {
  const { style, hidden } = element;
  return new Proxy(style, {
    get(target, name) {
      if (name === 'display' && hidden) return 'none';
      if (name === 'getPropertyValue') return (property: string) => target.getPropertyValue(property) || '0px';
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

Element.prototype.scrollIntoView = () => {};
Element.prototype.scroll = () => {};

Object.assign(globalThis, {
  Request: NavigationRequest,
  MessageChannel: NextTask,
  scrollTo: () => {},
  getComputedStyle: ownStyle,
});
// The box of rich text asks the browser for it.
Object.assign(document, { execCommand: () => true });
