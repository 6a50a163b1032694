import type { Readable } from 'node:stream';
import { IMPORT_KINDS, type ImportKind } from '../../contract/imports/enums.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { importables } from './importable.ts';

/** A sheet with nothing but its header, to be filled in; a star marks what somebody new needs. */
export function emptySheet({ kind }: { kind: ImportKind }): { stream: Readable; fileName: string } {
  const columns = importables.answer[kind].columns.map(({ label, isRequired, width }) => ({
    label: isRequired ? `${label}*` : label,
    width,
  }));
  const name = IMPORT_KINDS[kind];
  return { stream: writeXlsx({ name, columns }, noRows()), fileName: `导入模板-${name}.xlsx` };
}

async function* noRows(): AsyncGenerator<string[][]> {
  yield [];
}
