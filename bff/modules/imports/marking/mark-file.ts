import { Readable } from 'node:stream';
import { IMPORT_KINDS, type ImportKind } from '../../../contract/imports/enums.ts';
import { log } from '../../../platform/log/log.ts';
import { markXlsx, type NotedPlace } from '../../../platform/xlsx/mark-xlsx.ts';
import { NotXlsx, readHead, type Wanted, type XlsxRow } from '../../../platform/xlsx/read-xlsx.ts';
import { importables } from '../importable.ts';
import { markedSheet, notesOf, type MarkedRow, type Headings } from './marked-sheet.ts';
import { wantedOf } from '../read-header.ts';

export interface FileToMark {
  kind: ImportKind;
  /** As it came; null where it is not kept any more. */
  bytes: Buffer | null;
  headings: Headings;
  /** The rows in their order; may be asked for twice. */
  pages(): AsyncIterable<readonly MarkedRow[]>;
}

/**
 * The file as it came, its cells at fault coloured, with what is wrong in a note of each: an .xlsx with all else that it
 * holds; of another file, and of one that cannot be changed so, its rows and titles as a new workbook.
 */
export async function markFile({ kind, bytes, headings, pages }: FileToMark): Promise<{
  stream: Readable;
  fileName: string;
}> {
  const fileName = `检查结果-${IMPORT_KINDS[kind]}.xlsx`;
  const wanted = wantedOf(importables.answer[kind]);
  if (bytes && isPackage(bytes)) {
    try {
      return { stream: Readable.from([await markXlsx(bytes, wanted, placesOf(headings, pages()))]), fileName };
    } catch (error) {
      if (!(error instanceof NotXlsx)) throw error;
      log.info({ reason: error.reason, cause: String(error.cause) }, 'a sheet is marked in a new workbook');
    }
  }
  const head = bytes ? await headOf(bytes, wanted) : [];
  return { stream: await markedSheet(kind, { headings, head }, pages()), fileName };
}

/** None of a file that has become too much meanwhile: what is wrong is told all the same. */
const headOf = (bytes: Buffer, wanted: Wanted): Promise<XlsxRow[]> =>
  readHead(bytes, wanted).catch((error: unknown) => {
    if (error instanceof NotXlsx) return [];
    throw error;
  });

const isPackage = (bytes: Buffer) => bytes.subarray(0, 2).toString('latin1') === 'PK';

async function* placesOf(headings: Headings, pages: AsyncIterable<readonly MarkedRow[]>): AsyncGenerator<NotedPlace[]> {
  for await (const page of pages) {
    yield page.flatMap(({ number: row, result }) =>
      [...notesOf(headings, result.faults)].map(([column, note]) => ({ row, column, note })),
    );
  }
}
