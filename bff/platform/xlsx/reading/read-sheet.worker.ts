/** Thread that reads one file: whatever the file does to it, it is ended and others' requests go on. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadAnswer, ReadRequest } from '../read-xlsx.ts';
import { fromHeading } from './heading.ts';
import { openXml } from './open-xml.ts';
import { NotXlsx, type OpenedSheet, type XlsxRow } from './sheet.ts';

/** Rows told at once: few enough that taking them is nothing for the server's own thread. */
const BATCH_ROWS = 500;

const { file, wanted, limits } = workerData as ReadRequest;
const answer = (given: ReadAnswer) => parentPort?.postMessage(given);

async function open(bytes: Buffer): Promise<OpenedSheet[]> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return openXml(bytes, limits.unpackedBytes);
  // Two files of ten are old: only who brings one waits for its reader.
  const old = await import('./old-formats.ts');
  return old.isCompound(bytes) ? old.openXls(bytes, limits.rows) : old.openCsv(bytes, limits.rows);
}

async function* batches(): AsyncGenerator<XlsxRow[]> {
  const visible = (await open(Buffer.from(file))).filter(({ isHidden }) => !isHidden);
  if (visible.length === 0) throw new NotXlsx('no_sheet');
  let batch: XlsxRow[] = [];
  let left = limits.characters;
  for await (const row of wanted ? fromHeading(visible, wanted) : visible[0]!.rows()) {
    for (const cell of row.cells) left -= 'text' in cell ? cell.text.length : 0;
    if (left < 0) throw new NotXlsx('too_large');
    if (batch.push(row) < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const rows = batches();
parentPort?.on('message', () => {
  rows.next().then(
    ({ value, done }) => answer(done ? { end: true } : { rows: value }),
    (error: unknown) =>
      answer({ fault: error instanceof NotXlsx ? error.reason : 'unreadable', detail: String(error) }),
  );
});
