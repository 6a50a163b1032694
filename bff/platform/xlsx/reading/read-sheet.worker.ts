/** Thread that reads one file: whatever the file does to it, it is ended and others' requests go on. */
import { workerData } from 'node:worker_threads';
import { answerPieces } from '../answer-pieces.ts';
import type { ReadRequest } from '../read-xlsx.ts';
import { aboveHeading, fromHeading } from './heading.ts';
import { openXml } from './open-xml.ts';
import { NotXlsx, type OpenedSheet, type XlsxRow } from './sheet.ts';

/** Rows told at once: few enough that taking them is nothing for the server's own thread. */
const BATCH_ROWS = 500;

const { file, wanted, side, limits } = workerData as ReadRequest;

async function open(bytes: Buffer): Promise<OpenedSheet[]> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return openXml(bytes, limits.unpackedBytes);
  // Two files of ten are old: only who brings one waits for its reader.
  const old = await import('./old-formats.ts');
  return old.isCompound(bytes) ? old.openXls(bytes) : old.openCsv(bytes);
}

function rowsOf(visible: readonly OpenedSheet[]): AsyncIterable<XlsxRow> {
  if (!wanted) return visible[0]!.rows();
  return side === 'above' ? aboveHeading(visible, wanted) : fromHeading(visible, wanted);
}

async function* batches(): AsyncGenerator<XlsxRow[]> {
  const visible = (await open(Buffer.from(file))).filter(({ isHidden }) => !isHidden);
  if (visible.length === 0) throw new NotXlsx('no_sheet');
  let batch: XlsxRow[] = [];
  let left = limits.characters;
  for await (const row of rowsOf(visible)) {
    for (const cell of row.cells) left -= 'text' in cell ? cell.text.length : 0;
    if (left < 0) throw new NotXlsx('too_large');
    if (batch.push(row) < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

answerPieces(batches());
