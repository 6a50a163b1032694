import { createHash } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { ImportReport } from '../../contract/imports/endpoints.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import { IMPORT_KINDS, MAX_IMPORT_ROWS, type ImportKind } from '../../contract/imports/enums.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { readBatches, type XlsxRow } from '../../platform/xlsx/read-xlsx.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { judgeRow } from './judge-row.ts';
import { readHeader, wantedOf, type Header, type SheetLine } from './read-header.ts';
import { unreadableAs } from './unreadable.ts';
import type { SheetKind } from './sheet-kind.ts';
import { importables } from './importable.ts';

export interface Sheet {
  actor: StaffActor;
  kind: ImportKind;
  name: string;
  bytes: Buffer;
}

/** Takes everything back that a rehearsal has written. */
class Rehearsed extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('only a rehearsal');
    this.report = report;
  }
}

/**
 * What a sheet would do, row by row: it is done, by the very acts that staff use one by one, and taken back. Throws
 * `invalid_fields` for a file that is no sheet, has no rows or too many, or lacks a column.
 */
export async function checkSheet(sheet: Sheet): Promise<ImportReport> {
  const lines = await readLines(sheet);
  try {
    return await transaction(async (t) => {
      throw new Rehearsed(await work(sheet, lines, t));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.report;
    throw error;
  }
}

/**
 * Does what was seen in the report, all of it or nothing, with a line of 操作日志 for each row and one for the whole.
 * Throws `changed_meanwhile` when the file or what is registered has changed since, `invalid_fields` while a row is at
 * fault.
 */
export async function applySheet(sheet: Sheet, seen: string): Promise<ImportReport> {
  const lines = await readLines(sheet);
  return transaction(async (t) => {
    const report = await work(sheet, lines, t);
    if (report.fingerprint !== seen) {
      throw new AppError('changed_meanwhile', { message: '文件或登记数据已有变化，请重新检查后再导入' });
    }
    if (report.counts.faulty > 0) {
      throw new AppError('invalid_fields', { fields: { file: `有 ${report.counts.faulty} 行有问题，改正后才能导入` } });
    }
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

/** A file name as the log shows it: whatever it holds, one short line. */
const shownName = (name: string) => [...name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')].slice(0, 80).join('');

async function readLines({ kind, bytes }: Sheet): Promise<{ header: Header; lines: SheetLine[] }> {
  const refuse = (file: string) => new AppError('invalid_fields', { fields: { file } });
  const sheet = importables.answer[kind];
  const rows: XlsxRow[] = [];
  try {
    for await (const batch of readBatches(bytes, wantedOf(sheet))) {
      rows.push(...batch);
      if (rows.length > MAX_IMPORT_ROWS + 1) throw refuse(`一次最多导入 ${MAX_IMPORT_ROWS} 行，请分成几个文件`);
    }
  } catch (error) {
    throw unreadableAs(error, refuse);
  }
  const [first, ...lines] = rows;
  const header = first && readHeader(first, sheet);
  if (!header || lines.length === 0) throw refuse('文件中没有数据，表头的下一行起应为数据');
  return { header, lines };
}

async function work(
  { actor, kind, bytes }: Sheet,
  { header, lines }: { header: Header; lines: SheetLine[] },
  t: Transaction,
): Promise<ImportReport> {
  const sheet: SheetKind = importables.answer[kind];
  const rows: ImportRow[] = [];
  const known = new Map<string, number>();
  for (const line of lines) rows.push(await judgeRow({ actor, sheet, header, line, known }, t));
  const counts = { create: 0, update: 0, unchanged: 0, faulty: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const fingerprint = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([kind, rows]))
    .digest('hex');
  return { counts, rows, fingerprint };
}
