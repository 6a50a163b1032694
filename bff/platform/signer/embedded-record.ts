import { deflateSync, inflateSync } from 'node:zlib';

/**
 * A text in the signed part of a file that no reader shows: a page-piece dictionary of the catalogue (ISO 32000-1, 14.5),
 * which PDF/A-2 allows, unlike attachments that are no PDF/A themselves.
 */
const MARK = '<< /Type /LvZhengRecord ';
/** A letter with 1,000 lawyers has some 200 KB; what unfolds to more is none of ours. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The entry of the catalogue that leads to the record. `modified`: a PDF date, without brackets. */
export function pieceInfo(object: number, modified: string): string {
  return `<< /LvZheng << /LastModified (${modified}) /Private ${object} 0 R >> >>`;
}

/** Body of the object that holds the record. */
export function recordStream(record: string): Buffer {
  const packed = deflateSync(Buffer.from(record));
  const head = `${MARK}/Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

/**
 * The record of a file, null where it has none. Nothing is trusted here: whoever asks compares file or record with a hash
 * that was kept elsewhere.
 */
export function readRecord(pdf: Buffer): string | null {
  // The last one: it was appended with the signature, behind everything that a letter says.
  const at = pdf.lastIndexOf(MARK);
  if (at < 0) return null;
  const head = /^\/Filter \/FlateDecode \/Length (\d+) >>\nstream\n/.exec(
    pdf.toString('latin1', at + MARK.length, at + MARK.length + 80),
  );
  if (!head) return null;
  const from = at + MARK.length + head[0].length;
  return inflateSync(pdf.subarray(from, from + Number(head[1])), { maxOutputLength: MOST_BYTES }).toString('utf8');
}
