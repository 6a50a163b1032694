import type { Wanted } from './reading/heading.ts';
import type { XlsxRow } from './reading/sheet.ts';
import { LIMITS, piecesFrom, type ThreadLimits } from './thread.ts';

export { comparable, labelOf, type Wanted } from './reading/heading.ts';
export { charactersOf, NotXlsx } from './reading/sheet.ts';
export type { NotXlsxReason, Unread, XlsxCell, XlsxRow } from './reading/sheet.ts';

/** What reading one file may take. */
export interface ReadLimits extends ThreadLimits {
  /** The most characters of all cells together. */
  characters: number;
}

/** A hundred thousand rows of the widest list take a third of it. */
const READ_LIMITS: ReadLimits = { ...LIMITS, characters: 60_000_000 };

export interface ReadRequest {
  file: Uint8Array;
  wanted: Wanted | undefined;
  /** Of the sheet with the heading row: from there on, or from its top as far as there; or no rows, the tabs of all. */
  side: 'below' | 'above' | 'tabs';
  limits: ReadLimits;
}

/**
 * The rows of an .xlsx, .xls or .csv, in batches; empty rows are left out. With `wanted` those of the first visible
 * sheet with a known heading row, which comes first; else those of the first visible one. Reading happens in a thread
 * of its own, with limits of memory, time and unpacked bytes, and no further than rows are taken; beyond two files at
 * once the next waits for its turn. Throws NotXlsx; AppError `too_many_requests` when the line is too long.
 */
export async function* readBatches(
  file: Buffer,
  wanted?: Wanted,
  given: Partial<ReadLimits> = {},
): AsyncGenerator<XlsxRow[]> {
  const limits = { ...READ_LIMITS, ...given };
  yield* piecesFrom<XlsxRow[]>('reading/read-sheet.worker', requestOf(file, wanted, 'below', limits), limits);
}

const requestOf = (
  file: Buffer,
  wanted: Wanted | undefined,
  side: ReadRequest['side'],
  limits: ReadLimits,
): ReadRequest => ({ file: new Uint8Array(file), wanted, side, limits });

/** The same rows all at once. */
export async function readXlsx(file: Buffer, wanted?: Wanted, limits?: Partial<ReadLimits>): Promise<XlsxRow[]> {
  const rows: XlsxRow[] = [];
  for await (const batch of readBatches(file, wanted, limits)) rows.push(...batch);
  return rows;
}

/** What the tabs of the visible sheets say, in their order. Throws NotXlsx. */
export async function readTabs(file: Buffer): Promise<string[]> {
  const tabs: string[] = [];
  const request = requestOf(file, undefined, 'tabs', READ_LIMITS);
  for await (const batch of piecesFrom<XlsxRow[]>('reading/read-sheet.worker', request, READ_LIMITS)) {
    tabs.push(...batch.map(({ cells: [cell] }) => (cell && 'text' in cell ? cell.text : '')));
  }
  return tabs;
}

/** What stands above the rows of `readBatches`: titles, and the heading row, the last. Throws NotXlsx. */
export async function readHead(file: Buffer, wanted: Wanted): Promise<XlsxRow[]> {
  const rows: XlsxRow[] = [];
  const request = requestOf(file, wanted, 'above', READ_LIMITS);
  for await (const batch of piecesFrom<XlsxRow[]>('reading/read-sheet.worker', request, READ_LIMITS)) {
    rows.push(...batch);
  }
  return rows;
}
