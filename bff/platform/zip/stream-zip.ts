import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  /** Name inside the archive, UTF-8. */
  name: string;
  read(): Promise<Buffer>;
}

/**
 * An archive that is made while it is read: one entry is in memory at a time, and the next is read when the one before
 * has been taken. Entries are stored as they are: PDFs are compressed already. An entry that cannot be read breaks the
 * archive, so that nobody takes it for whole.
 */
export function streamZip(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const file = zip.outputStream as Readable;
  for (const { name, read } of entries) {
    zip.addReadStreamLazy(name, { compress: false }, (take) => {
      read().then(
        (bytes) => take(null, Readable.from([bytes])),
        (error: unknown) => file.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    });
  }
  zip.end();
  return file;
}
