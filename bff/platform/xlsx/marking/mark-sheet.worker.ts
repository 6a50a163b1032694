/** Thread that marks one file: whatever the file does to it, it is ended and others' requests go on. */
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { workerData } from 'node:worker_threads';
import { ZipFile } from 'yazl';
import { answerPieces } from '../answer-pieces.ts';
import type { MarkRequest } from '../mark-xlsx.ts';
import { NotXlsx } from '../reading/sheet.ts';
import { unpack } from '../../zip/unpack.ts';
import { markedParts } from './mark-package.ts';
import type { NotedPlace } from './places.ts';

/** Pictures are packed already. */
const PACKED = /\.(?:png|jpe?g|gif|emf|wmf)$/i;

const { file, wanted, notes, limits } = workerData as MarkRequest;

function notesByPlace(): Map<number, Map<number, string>> {
  const byRow = new Map<number, Map<number, string>>();
  for (const page of notes) {
    for (const { row, column, note } of JSON.parse(page) as NotedPlace[]) {
      const cells = byRow.get(row) ?? new Map<number, string>();
      byRow.set(row, cells.set(column, note));
    }
  }
  return byRow;
}

async function marked(): Promise<Buffer[]> {
  const parts = await unpack(Buffer.from(file), limits.unpackedBytes);
  const zip = new ZipFile();
  // Of a part that cannot be read: whoever waits for that part hears of it.
  zip.on('error', () => undefined);
  const pieces: Buffer[] = [];
  let size = 0;
  const packing = (async () => {
    for await (const piece of zip.outputStream) {
      size += (piece as Buffer).length;
      if (size > limits.bytes) throw new NotXlsx('too_large');
      pieces.push(piece as Buffer);
    }
  })();
  const writing = (async () => {
    for await (const { name, content } of markedParts(parts, wanted, notesByPlace())) {
      const stream = Readable.from(bytesOf(content), { objectMode: false });
      zip.addReadStream(stream, name, { compress: !PACKED.test(name) });
      await finished(stream);
    }
    zip.end();
  })();
  await Promise.all([packing, writing]);
  return pieces;
}

/** Nothing that is empty: a stream would take it for its end. */
async function* bytesOf(content: AsyncIterable<Buffer | string> | Iterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of content) if (piece.length > 0) yield Buffer.from(piece as string);
}

async function* inPieces(): AsyncGenerator<Uint8Array> {
  yield* await marked();
}

answerPieces(inPieces());
