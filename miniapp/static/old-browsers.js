/**
 * What web views of iOS 12 and Android 7 lack and the page needs; loaded before everything else. The build turns newer
 * syntax into what they can read (babel.config.js), it adds no functions. Nothing here replaces what a browser has.
 */
(() => {
  const root = self;
  if (typeof globalThis === 'undefined') root.globalThis = root;
  const add = (target, name, value) => {
    if (!target[name]) Object.defineProperty(target, name, { value, writable: true, configurable: true });
  };
  add(Object, 'entries', (object) => Object.keys(object).map((key) => [key, object[key]]));
  add(Object, 'values', (object) => Object.keys(object).map((key) => object[key]));
  add(Object, 'fromEntries', (entries) => {
    const object = {};
    for (const [key, value] of entries) object[key] = value;
    return object;
  });
  add(String.prototype, 'padStart', function padStart(length, fill = ' ') {
    return fill.repeat(Math.max(0, length)).slice(0, Math.max(0, length - this.length)) + this;
  });
  add(String.prototype, 'replaceAll', function replaceAll(search, replacement) {
    if (search instanceof RegExp) return this.replace(search, replacement);
    return this.split(search).join(typeof replacement === 'function' ? replacement(search) : replacement);
  });
  add(Array.prototype, 'flat', function flat(depth = 1) {
    return this.reduce((all, item) => all.concat(Array.isArray(item) && depth > 1 ? item.flat(depth - 1) : item), []);
  });
  add(Array.prototype, 'flatMap', function flatMap(work) {
    return [].concat(...this.map(work));
  });
  add(Promise.prototype, 'finally', function whenSettled(work) {
    return this.then(
      (value) => Promise.resolve(work()).then(() => value),
      (fault) =>
        Promise.resolve(work()).then(() => {
          throw fault;
        }),
    );
  });
  add(Element.prototype, 'append', function append(node) {
    this.appendChild(typeof node === 'string' ? document.createTextNode(node) : node);
  });
  // Requests are not broken off then; their answers are ignored.
  add(
    root,
    'AbortController',
    class {
      constructor() {
        const listeners = new Set();
        this.signal = {
          aborted: false,
          addEventListener: (_type, listener) => listeners.add(listener),
          removeEventListener: (_type, listener) => listeners.delete(listener),
        };
        this.abort = () => {
          this.signal.aborted = true;
          listeners.forEach((listener) => listener());
        };
      }
    },
  );
})();
