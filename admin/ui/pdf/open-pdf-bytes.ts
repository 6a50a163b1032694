// Long enough for the browser to have read it.
const KEEP_MS = 60_000;

/** Shows a PDF that was asked for with a body, in a window of its own. */
export function openPdfBytes(bytes: ArrayBuffer): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = Object.assign(document.createElement('a'), { href: url, target: '_blank', rel: 'noreferrer' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
