import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** A file inside has at most so many parts. */
const MAX_PARTS = 5_000;

/** Thrown for bytes that are no ZIP, and for one that takes too much. */
export class NotZip extends Error {
  readonly reason: 'unreadable' | 'too_large';
  constructor(reason: NotZip['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** The parts of a packed file. */
export interface Parts {
  /** The part of this name, whatever its capitals, as it is unpacked. */
  read(name: string): AsyncGenerator<Buffer>;
  has(name: string): boolean;
  /** As the file writes them, in its order; folders are none. */
  names: readonly string[];
}

/**
 * Opens a ZIP. What its directory says of sizes is not believed: bytes are counted as they come out, over all parts.
 * Throws NotZip `too_large` beyond `maxBytes`, and what its reader throws for what is no ZIP.
 */
export async function unpack(file: Buffer, maxBytes: number): Promise<Parts> {
  const options = { lazyEntries: true, validateEntrySizes: false };
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(file, options);
  const entries = await entriesOf(zip);
  const open = promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  let unpacked = 0;
  return {
    has: (name) => entries.has(name.toLowerCase()),
    names: [...entries.values()].map(({ fileName }) => fileName).filter((name) => !name.endsWith('/')),
    async *read(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw new NotZip('unreadable');
      for await (const chunk of await open(entry)) {
        unpacked += chunk.length;
        if (unpacked > maxBytes) throw new NotZip('too_large');
        yield chunk as Buffer;
      }
    },
  };
}

function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName.toLowerCase(), entry);
      if (entries.size > MAX_PARTS) reject(new NotZip('too_large'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries)).on('error', reject);
    zip.readEntry();
  });
}
