import type { OpenDocument, SaveDocument } from '../signatures.ts';
import { explainBrowser, isInWechat } from './in-wechat.h5.ts';

// Long enough for the browser to have read it.
const KEEP_MS = 60_000;

function offer(bytes: ArrayBuffer, prepare: (link: HTMLAnchorElement) => void): void {
  if (isInWechat()) return explainBrowser();
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = url;
  prepare(link);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

export const openDocument: OpenDocument = async (bytes) => offer(bytes, (link) => (link.target = '_blank'));
export const saveDocument: SaveDocument = async (bytes, name) =>
  offer(bytes, (link) => (link.download = `${name}.pdf`));
