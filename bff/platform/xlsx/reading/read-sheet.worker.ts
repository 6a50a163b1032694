/** Thread that reads one file: whatever the file does to it, it is ended and others' requests go on. */
import { workerData } from 'node:worker_threads';
import { answerPieces } from '../answer-pieces.ts';
import type { ReadRequest } from '../read-xlsx.ts';
import { aboveHeading, comparable, fromHeading } from './heading.ts';
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
  if (side === 'tabs') return tabsOf(visible);
  if (!wanted) return visible[0]!.rows();
  const { tab } = wanted;
  const meant = tab === undefined ? visible : visible.filter(({ name }) => comparable(name) === comparable(tab));
  return side === 'above' ? aboveHeading(meant, wanted) : fromHeading(meant, wanted);
}

/** A row for each sheet, with the words of its tab. */
async function* tabsOf(visible: readonly OpenedSheet[]): AsyncGenerator<XlsxRow> {
  for (const [at, { name }] of visible.entries()) yield { number: at + 1, isHidden: false, cells: [{ text: name }] };
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
