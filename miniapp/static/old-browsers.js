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
    for (const entry of entries) object[entry[0]] = entry[1];
    return object;
  });
  add(String.prototype, 'padStart', function (length, fill = ' ') {
    const missing = Math.max(0, length - this.length);
    return fill.repeat(missing).slice(0, missing) + this;
  });
  add(String.prototype, 'replaceAll', function (search, replacement) {
    if (search instanceof RegExp) return this.replace(search, replacement);
    const parts = this.split(search);
    return typeof replacement === 'function' ? parts.join(replacement(search)) : parts.join(replacement);
  });
  add(Array.prototype, 'flat', function (depth = 1) {
    return this.reduce((all, item) => all.concat(Array.isArray(item) && depth > 1 ? item.flat(depth - 1) : item), []);
  });
  add(Array.prototype, 'flatMap', function (work) {
    return [].concat(...this.map(work));
  });
  add(Promise.prototype, 'finally', function (work) {
    return this.then(
      (value) => Promise.resolve(work()).then(() => value),
      (fault) =>
        Promise.resolve(work()).then(() => {
          throw fault;
        }),
    );
  });
  add(Element.prototype, 'append', function (node) {
    this.appendChild(typeof node === 'string' ? document.createTextNode(node) : node);
  });
  // Requests are not broken off then; their answers are ignored.
  add(
    root,
    'AbortController',
    class {
      constructor() {
        const listeners = [];
        this.signal = {
          aborted: false,
          addEventListener: (_type, listener) => void listeners.push(listener),
          removeEventListener: (_type, listener) => void listeners.splice(listeners.indexOf(listener) >>> 0, 1),
          listeners,
        };
      }
      abort() {
        this.signal.aborted = true;
        this.signal.listeners.forEach((listener) => listener());
      }
    },
  );
})();
