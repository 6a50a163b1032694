/**
 * Stands in place of the program in pages whose answer the server has painted (bff/http/pages/serve-clients.ts): fetches it
 * once that has been painted, and starts it when somebody does something with the page, or has read for a while. To start
 * takes a telephone half a second in which it notices no finger, and whoever only reads the answer needs nothing of it.
 */
(() => {
  const READING_MS = 8000;
  const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'wheel', 'scroll', 'focusin'];
  const addresses = document.currentScript.getAttribute('data-scripts').split(' ');
  const add = (name, values) => {
    const element = document.createElement(name);
    for (const key of Object.keys(values)) element[key] = values[key];
    document.head.appendChild(element);
  };
  const start = () => {
    SIGNS.forEach((sign) => removeEventListener(sign, start, true));
    clearTimeout(timer);
    // In the order in which they stand here.
    for (const src of addresses) add('script', { src, async: false });
  };
  const timer = setTimeout(start, READING_MS);
  SIGNS.forEach((sign) => addEventListener(sign, start, { capture: true, passive: true }));
  // A frame begins before it is painted; what is asked for in it comes after that.
  requestAnimationFrame(() =>
    setTimeout(() => addresses.forEach((href) => add('link', { rel: 'preload', as: 'script', href })), 0),
  );
})();
