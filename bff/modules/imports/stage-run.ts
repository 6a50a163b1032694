import { Op, type Transaction } from 'sequelize';
import { IMPORT_KINDS, MAX_RUN_ROWS } from '../../contract/imports/enums.ts';
import { notedIn } from '../../contract/imports/noted.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import { HOUR_MS } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { decrypt, encrypt } from '../../platform/crypto/encryption.ts';
import { transaction } from '../../platform/db/database.ts';
import { charactersOf, type XlsxCell, type XlsxRow } from '../../platform/xlsx/read-xlsx.ts';
import { importables } from './importable.ts';
import { keyIndexOf, kinIndexOf, missingKeys, readCells } from './judge-row.ts';
import { ImportLine, ImportRun } from './model.ts';
import { leave } from './give-up-run.ts';
import { orderPiece } from './order-piece.ts';
import { keepFile } from './run-file.ts';
import type { Header } from './read-header.ts';
import { shownName, type Sheet } from './sheet.ts';

/** Written at once, and encrypted before without anybody else having a turn. */
const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 250_000;
/** A file is read in minutes: what is still being read then was left by a server that died. */
const ABANDONED_MS = HOUR_MS;

/**
 * Puts the rows of a large sheet down encrypted, the file as well, and has them looked through in the background. Answers
 * the run's id.
 * Throws what reading throws, and `tooMany` beyond MAX_RUN_ROWS; nobody sees anything of it then.
 */
export async function stageRun(
  { actor, kind, name, bytes }: Sheet,
  { header, labels }: { header: Header; labels: readonly string[] },
  rows: AsyncIterable<XlsxRow[]>,
  tooMany: () => Error,
): Promise<number> {
  await leaveAbandoned();
  const run = await ImportRun.create({
    kind,
    fileName: shownName(name) || IMPORT_KINDS[kind],
    accountId: actor.accountId,
    accountName: actor.name,
    address: actor.address,
    header: labels.map((label, at) => header[at]?.field ?? (label || null)),
    state: 'reading',
    total: 0,
    checked: 0,
    applied: 0,
    createdAt: clock.now(),
    endedAt: null,
  });
  try {
    let total = 0;
    for await (const batch of rows) {
      total += batch.length;
      if (total > MAX_RUN_ROWS) throw tooMany();
      for (const piece of piecesOf(batch)) {
        const lines = piece.map((line) => lineOf(run, header, line));
        await transaction((t) => ImportLine.bulkCreate(lines, { transaction: t }));
      }
    }
    await transaction(async (t) => {
      await keepFile(run.id, bytes, t);
      await run.update({ state: 'checking', total }, { transaction: t });
      await orderPiece(run, t);
    });
    return run.id;
  } catch (error) {
    await transaction((t) => leave(run, t));
    throw error;
  }
}

async function leaveAbandoned(): Promise<void> {
  const where = { state: 'reading', createdAt: { [Op.lt]: clock.now() - ABANDONED_MS } } as const;
  for (const run of await ImportRun.findAll({ where })) await transaction((t) => leave(run, t));
}

/** As much at a time as is written at once: of long cells few rows. */
function* piecesOf(rows: readonly XlsxRow[]): Generator<XlsxRow[]> {
  let piece: XlsxRow[] = [];
  let characters = 0;
  for (const row of rows) {
    characters += charactersOf(row);
    if (piece.push(row) < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    yield piece;
    piece = [];
    characters = 0;
  }
  if (piece.length > 0) yield piece;
}

/**
 * Keeps what a small sheet did, as large ones are kept: who brought it in, and what became of each row. The cells are
 * the registry's now and are not kept.
 */
export async function keepApplied({ actor, kind, name }: Sheet, rows: readonly ImportRow[], t: Transaction) {
  const now = clock.now();
  const run = await ImportRun.create(
    {
      kind,
      fileName: shownName(name) || IMPORT_KINDS[kind],
      accountId: actor.accountId,
      accountName: actor.name,
      address: actor.address,
      header: [],
      state: 'applied',
      total: rows.length,
      checked: rows.length,
      applied: rows.filter(({ outcome }) => outcome === 'create' || outcome === 'update').length,
      ...notedIn(rows),
      createdAt: now,
      endedAt: now,
    },
    { transaction: t },
  );
  const lines = rows.map((result) => ({
    runId: run.id,
    number: result.row,
    isHidden: false,
    cells: '',
    keyIndex: '',
    kinIndex: '',
    outcome: result.outcome,
    isDue: false,
    result,
  }));
  await ImportLine.bulkCreate(lines, { transaction: t });
}

const contextOf = (runId: number, number: number) => `import_lines.cells:${runId}:${number}`;

function lineOf(run: ImportRun, header: Header, line: XlsxRow) {
  const sheet = importables.answer[run.kind];
  const { values } = readCells({ header, line, sheet });
  return {
    runId: run.id,
    number: line.number,
    isHidden: line.isHidden,
    cells: encrypt(JSON.stringify(line.cells), contextOf(run.id, line.number)),
    keyIndex: missingKeys(sheet, values).length > 0 ? '' : keyIndexOf(sheet, values),
    kinIndex: kinIndexOf(sheet, values),
    outcome: 'waiting' as const,
    isDue: false,
    result: null,
  };
}

/** The cells of a line that are still kept. */
export const cellsOf = (runId: number, { cells, number }: ImportLine): XlsxCell[] =>
  cells === '' ? [] : (JSON.parse(decrypt(cells, contextOf(runId, number))) as XlsxCell[]);

/** The columns of a run's sheet. */
export function headerOf({ kind, header }: ImportRun): Header {
  const { columns } = importables.answer[kind];
  return header.map((field) => columns.find((column) => column.field === field));
}

/** The headings of a run's sheet. */
export const labelsOfRun = (run: ImportRun): string[] =>
  headerOf(run).map((column, at) => column?.label ?? run.header[at] ?? '');
