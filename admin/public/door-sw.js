/*
 * Keeps the page of the door, and what it needs, on the device: it opens without a network, after a reload and a restart.
 * The page says what it needs (door/offline.ts); files with a content hash never change. Calls of the API are never kept.
 */
const CACHE = 'lvzheng-door-1';

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const port = event.ports[0];
  if (event.data?.type !== 'keep' || !port) return;
  event.waitUntil(
    keep(event.data.urls).then(
      () => port.postMessage(true),
      () => port.postMessage(false),
    ),
  );
});

async function keep(urls) {
  const cache = await caches.open(CACHE);
  for (const url of urls) if (!(await cache.match(url))) await cache.add(new Request(url, { cache: 'reload' }));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
});

/** The newest page where there is a network; the kept one as soon as it fails or hangs. */
async function page(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match('/admin/door.html');
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(4000) } : undefined);
    if (!answer.ok) throw new Error(String(answer.status));
    await cache.put('/admin/door.html', answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
