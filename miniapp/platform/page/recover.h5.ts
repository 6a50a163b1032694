const KEY = 'reloaded-at';
// Long enough that a file which is really missing does not make the page reload for ever.
const PAUSE_MS = 60_000;

/** After a new release the files that an open page still knows are gone: it loads itself anew instead of staying blank. */
export function recoverFromStaleFiles(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if ((reason as { name?: string } | null)?.name !== 'ChunkLoadError') return;
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < PAUSE_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}
