/**
 * Stands in place of the program in pages whose answer the server has painted (bff/http/pages/serve-clients.ts): asks for
 * the program once that has been painted, so that whoever waits for the answer reads it first.
 */
(() => {
  const LONGEST_WAIT_MS = 1000;
  const addresses = document.currentScript.getAttribute('data-scripts').split(' ');
  let isStarted = false;
  const start = () => {
    if (isStarted) return;
    isStarted = true;
    for (const address of addresses) {
      const script = document.createElement('script');
      script.src = address;
      // In the order in which they stand here.
      script.async = false;
      document.head.appendChild(script);
    }
  };
  // A frame begins before it is painted; what is asked for in it runs after that.
  requestAnimationFrame(() => setTimeout(start, 0));
  // A page that nobody looks at yet is not painted.
  setTimeout(start, LONGEST_WAIT_MS);
})();
