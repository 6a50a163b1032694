import { Readable } from 'node:stream';
import { IMPORT_KINDS, MARKED_AS_HEADER, type ImportKind, type MarkedAs } from '../../../contract/imports/enums.ts';
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

/** A file on its way to whoever asked, and how it was made of what they brought. */
export interface MarkedFile {
  stream: Readable;
  fileName: string;
  headers: { [MARKED_AS_HEADER]: MarkedAs };
}

/**
 * The file as it came, its cells at fault coloured, with what is wrong in a note of each: an .xlsx with all else that it
 * holds; of another file, and of one that cannot be changed so, its rows and titles as a new workbook, and why.
 */
export async function markFile({ kind, bytes, headings, pages }: FileToMark): Promise<MarkedFile> {
  const wanted = wantedOf(importables.answer[kind]);
  const named = (stream: Readable, as: MarkedAs): MarkedFile => ({
    stream,
    fileName: `检查结果-${IMPORT_KINDS[kind]}.xlsx`,
    headers: { [MARKED_AS_HEADER]: as },
  });
  let why: MarkedAs = bytes ? 'old_format' : 'not_kept';
  if (bytes && isPackage(bytes)) {
    try {
      return named(Readable.from([await markXlsx(bytes, wanted, placesOf(headings, pages()))]), 'same_file');
    } catch (error) {
      if (!(error instanceof NotXlsx)) throw error;
      log.info({ reason: error.reason, cause: String(error.cause) }, 'a sheet is marked in a new workbook');
      why = error.reason === 'marked_before' || error.reason === 'other_kind' ? error.reason : 'too_much';
    }
  }
  const head = bytes ? await headOf(bytes, wanted) : [];
  return named(await markedSheet(kind, { headings, head }, pages()), why);
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
