import { Op } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { MAX_PROFILE_BOOK_ROWS } from '../../../contract/profile-imports/enums.ts';
import type { FieldSettings } from '../../../contract/profile/field-settings.ts';
import type { StageProfileImportParsed } from '../../../contract/profile-imports/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { decrypt, encrypt } from '../../../platform/crypto/encryption.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { XlsxCell, XlsxRow } from '../../../platform/xlsx/read-xlsx.ts';
import type { Header } from '../../imports/read-header.ts';
import { shownName } from '../../imports/sheet.ts';
import { Import, ImportLawyer, ImportRow } from '../model.ts';
import { licenceOf, sectionSheet } from '../reading/section-sheet.ts';
import { discardImport } from './discard-import.ts';
import { orderPiece } from './order-piece.ts';
import { readBook, type BookPage } from './read-book.ts';

/** A workbook is read in minutes: what is still being read then was left by a server that died. */
const ABANDONED_MS = HOUR_MS;
/** Days in which somebody confirms it, or it goes: all a profile says stands in it. */
const KEPT_DAYS = 30;
/** Written at once. */
const BATCH_ROWS = 500;

const refuse = (field: string, words: string) => new AppError('invalid_fields', { fields: { [field]: words } });

/**
 * Puts the rows of a workbook down, encrypted, and has them looked through in the background. Answers its id. Throws
 * `invalid_fields` on `file` for what cannot be read, and on `asOf` for a day to come; nothing is left of it then.
 */
export async function stageImport(asked: {
  actor: StaffActor;
  query: StageProfileImportParsed;
  name: string;
  bytes: Buffer;
}): Promise<number> {
  const { actor, query, name, bytes } = asked;
  if (query.source === '') throw refuse('source', '请填写原系统名称');
  if (query.asOf > clock.today()) throw refuse('asOf', '数据截止日期不能晚于今天');
  await discardAbandoned();
  const run = await Import.create({
    fileName: shownName(name) || '个人档案',
    source: query.source,
    asOf: query.asOf,
    withSensitive: query.sensitive === 'yes',
    accountId: actor.accountId,
    accountName: actor.name,
    address: actor.address,
    state: 'reading',
    total: 0,
    checked: 0,
    applied: 0,
    createdAt: clock.now(),
    endedAt: null,
  });
  try {
    const lawyers = await writeRows(run.id, readBook(bytes));
    await transaction(async (t) => {
      await run.update({ state: 'checking', total: lawyers }, { transaction: t });
      await orderPiece(run, t);
      const dropAt = clock.now() + KEPT_DAYS * DAY_MS;
      await enqueue('drop-profile-import', { importId: run.id }, { t, runAt: dropAt });
    });
    return run.id;
  } catch (error) {
    await discardImport({ id: run.id });
    throw error;
  }
}

async function discardAbandoned(): Promise<void> {
  const left = { state: 'reading' as const, createdAt: { [Op.lt]: clock.now() - ABANDONED_MS } };
  for (const { id } of await Import.findAll({ where: left })) await discardImport({ id });
}

async function writeRows(importId: number, pages: AsyncIterable<BookPage>): Promise<number> {
  const counts = new Map<string, number>();
  let total = 0;
  for await (const { key: section, header, rows } of pages) {
    total += rows.length;
    if (total > MAX_PROFILE_BOOK_ROWS) {
      throw refuse('file', `一次最多导入 ${MAX_PROFILE_BOOK_ROWS} 行，请按律师分成几个文件`);
    }
    const lines = rows.map((line) => {
      const licenceNo = licenceOf(line, header);
      counts.set(licenceNo, (counts.get(licenceNo) ?? 0) + 1);
      const place = { importId, section, number: line.number };
      return { ...place, licenceNo, cells: encrypt(JSON.stringify(cellsByField(header, line)), contextOf(place)) };
    });
    await transaction((t) => ImportRow.bulkCreate(lines, { transaction: t }));
  }
  if (counts.size === 0) throw refuse('file', '文件中没有数据，表头的下一行起应为数据');
  const lawyers = [...counts].map(([licenceNo, rowTotal]) => ({
    importId,
    licenceNo,
    rowTotal,
    outcome: 'waiting' as const,
    isDue: false,
    result: null,
  }));
  for (let at = 0; at < lawyers.length; at += BATCH_ROWS) {
    await transaction((t) => ImportLawyer.bulkCreate(lawyers.slice(at, at + BATCH_ROWS), { transaction: t }));
  }
  return lawyers.length;
}

type Place = Pick<ImportRow, 'importId' | 'section' | 'number'>;
const contextOf = ({ importId, section, number }: Place) =>
  `profile_import_rows.cells:${importId}:${section}:${number}`;

/** What stands in a row, by field of its column. */
const cellsByField = (header: Header, { cells }: XlsxRow): Record<string, XlsxCell> =>
  Object.fromEntries(
    header.flatMap((column, at) => {
      const cell = cells[at];
      const isEmpty = !cell || ('text' in cell && cell.text === '');
      return column && !isEmpty ? [[column.field, cell] as const] : [];
    }),
  );

/** The cells of a row with something in them, and which column each of them is. */
export function openRow(row: ImportRow, settings: FieldSettings): { header: Header; cells: XlsxCell[] } {
  const kept = Object.entries(JSON.parse(decrypt(row.cells, contextOf(row))) as Record<string, XlsxCell>);
  const { columns } = sectionSheet(row.section, settings);
  return {
    header: kept.map(([field]) => columns.find((one) => one.field === field)),
    cells: kept.map(([, cell]) => cell),
  };
}
