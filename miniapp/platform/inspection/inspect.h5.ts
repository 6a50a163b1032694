import type { Finding } from '../signatures.ts';
import { lastOf, text } from './find-signatures.ts';
import { judgeSignatures } from './judge-signatures.ts';
import { within } from './within.ts';

/** The signatures of one file: hashing 64 MB eight times over, on a slow computer. */
const SIGNATURES_MS = 20_000;
/** Our letters have some hundred kilobytes, a scan of many pages some ten megabytes. */
const MOST_TO_READ = 32 * 1024 * 1024;

/** What a file is, by itself: its signatures, or else what is printed in it. `known`: fingerprints of our certificates. */
export async function inspect(bytes: Uint8Array<ArrayBuffer>, known: readonly string[]): Promise<Finding> {
  if (isPicture(bytes)) return (await import('./read-picture.h5.ts')).readPicture(bytes);
  if (!text(bytes, 0, 1024).includes('%PDF-')) return { kind: 'unreadable' };
  const unreadable: Finding = { kind: 'unreadable' };
  const signed = await within<Finding | null>(SIGNATURES_MS, judgeSignatures(bytes, known), unreadable);
  if (signed) return signed;
  if (isEncrypted(bytes)) return { kind: 'encrypted' };
  if (bytes.length > MOST_TO_READ) return { kind: 'unsigned', marks: { number: null, code: null, link: null } };
  return (await import('./read-pages.h5.ts')).readPages(bytes);
}

/** JPEG, PNG, GIF, BMP, WebP, HEIC. */
function isPicture(bytes: Uint8Array): boolean {
  const head = text(bytes, 0, 12);
  return /^(\u00ff\u00d8\u00ff|\u2030PNG|\u0089PNG|GIF8|BM|RIFF....WEBP|....ftyp)/s.test(head);
}

const ENCRYPT = [...'/Encrypt'].map((c) => c.charCodeAt(0));
/** The trailer names how it is encrypted; what the trailer is packed into, the reader of pages opens. */
const isEncrypted = (bytes: Uint8Array) => lastOf(bytes, ENCRYPT, bytes.length) >= 0;
