/** One signature as it stands in a PDF, whoever made it. */
export interface FoundSignature {
  /** The CMS in DER; zeros may follow. */
  cms: Uint8Array<ArrayBuffer>;
  /**
   * What it says it covers: from the first byte up to and after its own hexadecimal digits, and nothing else left out;
   * null: anything else, and then nothing of it is believed.
   */
  covers: { before: number; after: number; end: number } | null;
  /** Why it was made, as the signer says; covered by the signature itself. */
  reason: string;
}

/** Byte ranges that are looked at from the end, and as many from the beginning: each costs a pass over the file. */
const MOST = 16;
/** How far from its byte range a signature's digits may begin or end, bytes. */
const NEAR = 200_000;

/** Reads the signatures without trusting the file's own tables: signed bytes are found where they are, however it is built. */
export function findSignatures(pdf: Uint8Array): FoundSignature[] {
  const places = new Set<number>();
  for (let at = lastOf(pdf, BYTE_RANGE, pdf.length); at >= 0 && places.size < MOST; at = lastOf(pdf, BYTE_RANGE, at)) {
    places.add(at);
  }
  // What is put behind signed bytes, however often, hides nothing in front.
  let at = firstOf(pdf, BYTE_RANGE, 0);
  for (let n = 0; at >= 0 && n < MOST; n++, at = firstOf(pdf, BYTE_RANGE, at + 1)) places.add(at);
  return [...places].map((place) => signatureAt(pdf, place)).filter((one) => one !== null);
}

function signatureAt(pdf: Uint8Array, at: number): FoundSignature | null {
  const numbers = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(
    text(pdf, at, at + 80),
  );
  if (!numbers) return null;
  const [start = 0, before = 0, after = 0, rest = 0] = numbers.slice(1).map(Number);
  const end = after + rest;
  // The key signs attributes and not the file: bytes that are such attributes would be covered as well, and are no PDF.
  const isOfFile = start === 0 && before < after && end <= pdf.length && text(pdf, 0, 5) === '%PDF-';
  const digits = isOfFile ? hexOf(pdf, before, after) : null;
  if (digits) return { cms: digits, covers: { before, after, end }, reason: reasonIn(text(pdf, after, after + 4000)) };
  // Saved anew by another program the numbers no longer fit; whose signature it was can still be told.
  const around = text(pdf, Math.max(0, at - NEAR), Math.min(pdf.length, at + NEAR));
  const here = Math.min(at, NEAR);
  const nearest = [...around.matchAll(/\/Contents\s*<([0-9A-Fa-f\s]{200,})>/g)].sort(
    (a, b) => Math.abs(a.index - here) - Math.abs(b.index - here),
  )[0];
  const cms = nearest?.[1] === undefined ? null : bytesOf(nearest[1]);
  return cms && { cms, covers: null, reason: '' };
}

/** The bytes of `<0a1b…>`, which must fill the gap exactly; null for anything else. */
function hexOf(pdf: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> | null {
  if (to - from > 2 * NEAR || pdf[from] !== 0x3c || pdf[to - 1] !== 0x3e) return null;
  return bytesOf(text(pdf, from + 1, to - 1));
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> | null {
  const digits = hex.replace(/\s/g, '');
  if (digits === '' || !/^[0-9A-Fa-f]*$/.test(digits)) return null;
  const bytes = new Uint8Array(digits.length >> 1);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** /Reason as our signer writes it: UTF-16 in hexadecimal digits. */
function reasonIn(dictionary: string): string {
  const hex = /\/Reason\s*<FEFF([0-9A-F]{0,400})>/.exec(dictionary.split('endobj')[0] ?? '')?.[1] ?? '';
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
}

const BYTE_RANGE = [...'/ByteRange'].map((c) => c.charCodeAt(0));

/** Where a word begins for the last time before `before`; -1: nowhere. */
export function lastOf(bytes: Uint8Array, word: readonly number[], before: number): number {
  const [first = 0] = word;
  let at = before;
  // From a negative place lastIndexOf would begin at the end again.
  while (at > 0) {
    at = bytes.lastIndexOf(first, at - 1);
    if (at >= 0 && word.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

/** Where a word begins for the first time from `from` on; -1: nowhere. */
function firstOf(bytes: Uint8Array, word: readonly number[], from: number): number {
  const [first = 0] = word;
  let at = bytes.indexOf(first, from);
  while (at >= 0 && !word.every((byte, i) => bytes[at + i] === byte)) at = bytes.indexOf(first, at + 1);
  return at;
}

/** Each byte as one character, so that places in the text are places in the file. */
export const text = (bytes: Uint8Array, from: number, to: number): string =>
  LATIN.decode(bytes.subarray(Math.max(0, from), to));
// What browsers call latin1 is windows-1252: other characters above 0x7F, but as many.
const LATIN = new TextDecoder('latin1');
