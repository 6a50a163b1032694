import { createHash } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { ImportReport } from '../../contract/imports/endpoints.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import { IMPORT_KINDS, MAX_IMPORT_ROWS, MAX_RUN_ROWS } from '../../contract/imports/enums.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { readBatches, type XlsxRow } from '../../platform/xlsx/read-xlsx.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { judgeRow, type EarlierRow } from './judge-row.ts';
import { markFile, type MarkedFile } from './marking/mark-file.ts';
import { labelsOf, readHeader, wantedOf, type Header, type SheetLine } from './read-header.ts';
import { shownName, type Sheet } from './sheet.ts';
import { keepApplied, stageRun } from './stage-run.ts';
import { unreadableAs } from './unreadable.ts';
import type { SheetKind } from './sheet-kind.ts';
import { importables } from './importable.ts';

/** Takes everything back that a rehearsal has written. */
class Rehearsed extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('only a rehearsal');
    this.report = report;
  }
}

/**
 * What a sheet would do, row by row: it is done, by the very acts that staff use one by one, and taken back. A sheet of
 * more than MAX_IMPORT_ROWS becomes a run. Throws `invalid_fields` for a file that is no sheet, has no rows or too many,
 * or lacks a column.
 */
export async function checkSheet(sheet: Sheet): Promise<ImportReport> {
  return withLines(sheet, async ({ header, labels, lines, rest }) => {
    if (rest) {
      const runId = await stageRun(sheet, { header, labels }, following(lines, rest), () => tooMany(MAX_RUN_ROWS));
      return { counts: { create: 0, update: 0, unchanged: 0, faulty: 0 }, rows: [], fingerprint: '', runId };
    }
    return rehearse(sheet, { header, lines });
  });
}

async function rehearse(sheet: Sheet, lines: { header: Header; lines: SheetLine[] }): Promise<ImportReport> {
  try {
    return await transaction(async (t) => {
      throw new Rehearsed(await work(sheet, lines, t));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.report;
    throw error;
  }
}

/** The file with its faults marked. Throws as `checkSheet` does, and for a sheet that is a run. */
export async function markSheet(sheet: Sheet): Promise<MarkedFile> {
  const found = await withLines(sheet, async ({ header, labels, lines, rest }) => {
    if (rest) throw tooMany(MAX_IMPORT_ROWS);
    const { rows } = await rehearse(sheet, { header, lines });
    async function* pages() {
      yield lines.map(({ number, cells }, at) => ({ number, cells, result: rows[at] ?? { faults: [] } }));
    }
    return { bytes: sheet.bytes, kind: sheet.kind, headings: { header, labels }, pages };
  });
  // The thread that read it has ended: it would wait for itself.
  return markFile(found);
}

/**
 * Does what was seen in the report, all of it or nothing, with a line of 操作日志 for each row and one for the whole.
 * Throws `changed_meanwhile` when the file or what is registered has changed since, `invalid_fields` while a row is at
 * fault.
 */
export async function applySheet(sheet: Sheet, seen: string): Promise<ImportReport> {
  const lines = await withLines(sheet, async ({ rest, ...read }) => {
    if (rest) throw tooMany(MAX_IMPORT_ROWS);
    return read;
  });
  return transaction(async (t) => {
    const report = await work(sheet, lines, t);
    if (report.fingerprint !== seen) {
      throw new AppError('changed_meanwhile', { message: '文件或登记数据已有变化，请重新检查后再导入' });
    }
    if (report.counts.faulty > 0) {
      throw new AppError('invalid_fields', { fields: { file: `有 ${report.counts.faulty} 行有问题，改正后才能导入` } });
    }
    await keepApplied(sheet, report.rows, t);
    const { create, update, unchanged } = report.counts;
    await writeAudit(
      {
        actor: sheet.actor,
        action: 'registry.imported',
        targetKind: 'list',
        targetId: 0,
        target: `${IMPORT_KINDS[sheet.kind]}：${shownName(sheet.name)}`,
        detail: `新增${create}，修改${update}，无变化${unchanged}`,
      },
      t,
    );
    return report;
  });
}

const refuse = (file: string) => new AppError('invalid_fields', { fields: { file } });
const tooMany = (rows: number) => refuse(`一次最多导入 ${rows} 行，请分成几个文件`);

interface Lines {
  header: Header;
  labels: string[];
  lines: SheetLine[];
  /** What has not been read yet of a sheet of more than MAX_IMPORT_ROWS. */
  rest: AsyncIterable<XlsxRow[]> | null;
}

/** Reads as much as one transaction takes, and hands it to `use`, which may go on reading. Throws `invalid_fields`. */
async function withLines<T>({ kind, bytes }: Sheet, use: (lines: Lines) => Promise<T>): Promise<T> {
  const sheet = importables.answer[kind];
  const batches = readBatches(bytes, wantedOf(sheet));
  const rows: XlsxRow[] = [];
  let isWhole = false;
  try {
    while (!isWhole && rows.length <= MAX_IMPORT_ROWS + 1) {
      const batch = await batches.next();
      if (batch.done) isWhole = true;
      else rows.push(...batch.value);
    }
    const [first, ...lines] = rows;
    const header = first && readHeader(first, sheet);
    if (!header || lines.length === 0) throw refuse('文件中没有数据，表头的下一行起应为数据');
    return await use({
      header,
      labels: labelsOf(first, header),
      lines,
      rest: isWhole && lines.length <= MAX_IMPORT_ROWS ? null : batches,
    });
  } catch (error) {
    throw unreadableAs(error, refuse);
  } finally {
    await batches.return(undefined);
  }
}

async function* following(lines: SheetLine[], rest: AsyncIterable<XlsxRow[]>): AsyncGenerator<XlsxRow[]> {
  yield lines;
  yield* rest;
}

async function work(
  { actor, kind, bytes }: Sheet,
  { header, lines }: { header: Header; lines: SheetLine[] },
  t: Transaction,
): Promise<ImportReport> {
  const sheet: SheetKind = importables.answer[kind];
  const rows: ImportRow[] = [];
  const known = new Map<string, EarlierRow>();
  for (const line of lines) rows.push(await judgeRow({ actor, sheet, header, line, known }, t));
  const counts = { create: 0, update: 0, unchanged: 0, faulty: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const fingerprint = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([kind, rows]))
    .digest('hex');
  return { counts, rows, fingerprint, runId: null };
}
