import type { NotedPlace } from './marking/places.ts';
import type { Wanted } from './reading/heading.ts';
import { LIMITS, piecesFrom, type ThreadLimits } from './thread.ts';

export { MARK } from './marking/notes.ts';
export type { NotedPlace } from './marking/places.ts';

/** What marking one file may take. */
export interface MarkLimits extends ThreadLimits {
  /** The most bytes of the file that comes out. */
  bytes: number;
}

/** The sheet is unpacked twice: for its merges, which stand behind its cells, and to be written. */
const MARK_LIMITS: MarkLimits = { ...LIMITS, unpackedBytes: 2 * LIMITS.unpackedBytes, bytes: 100 * 1024 * 1024 };

export interface MarkRequest {
  file: Uint8Array;
  wanted: Wanted;
  /** Pages of NotedPlace, as JSON. */
  notes: readonly string[];
  limits: MarkLimits;
}

/**
 * An .xlsx as it came, with cells coloured and a note in each: in the first visible sheet with a known heading row, which
 * is the one that is read. Of cells that a merge covers, its first one bears the notes. Other sheets, titles, widths, formats, pictures, notes that stand there stay. It takes no more
 * than reading, and like that a thread of its own. Throws NotXlsx for a file that cannot be changed so: it is none, it is
 * no plain .xlsx, or marking takes more than `given`.
 * @param notes pages of cells, at most one of each
 */
export async function markXlsx(
  file: Buffer,
  wanted: Wanted,
  notes: AsyncIterable<readonly NotedPlace[]>,
  given: Partial<MarkLimits> = {},
): Promise<Buffer> {
  const limits = { ...MARK_LIMITS, ...given };
  const pages: string[] = [];
  for await (const page of notes) pages.push(JSON.stringify(page));
  const request: MarkRequest = { file: new Uint8Array(file), wanted, notes: pages, limits };
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesFrom<Uint8Array>('marking/mark-sheet.worker', request, limits)) pieces.push(piece);
  return Buffer.concat(pieces);
}
