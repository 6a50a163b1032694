import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

const WORKER = '/admin/door-sw.js';
const SCOPE = '/admin/door';

/** The wasm of the scanner, served by us. */
export const wasmAddress = wasm;

/**
 * Has everything the page needs kept on the device, the scanner too. Answers whether it is: only then may the page say that
 * it works without a network.
 */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false;
  try {
    // Without a network nothing is registered anew: what is there goes on.
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE }).catch(() => undefined);
    if (!(await navigator.serviceWorker.getRegistration(SCOPE))) return false;
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
    // Programs and styles: without an icon the page works all the same.
    const own = loaded.filter(({ origin, pathname }) => origin === location.origin && /\.(js|css)$/.test(pathname));
    const urls = new Set(['/admin/door.html', wasm, ...own.map(({ pathname }) => pathname)]);
    urls.delete(WORKER);
    return active ? await ask(active, { type: 'keep', urls: [...urls] }) : false;
  } catch {
    return false;
  }
}

function ask(worker: ServiceWorker, message: object): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage(message, [port2]);
  });
}
