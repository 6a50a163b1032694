import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { ImportRow } from '../../contract/imports/replies.ts';
import { CONTACT_HELD, CONTACT_WAITS } from '../../contract/activation/enums.ts';
import type { FieldFaults } from '../../contract/errors.ts';
import { hiddenCharacter, hiddenMessage } from '../../contract/hidden-characters.ts';
import { bareNumber } from '../../contract/phones.ts';
import { describeLookAlike, lookAlikesInName } from '../../contract/look-alikes.ts';
import { AppError } from '../../errors.ts';
import { keyedIndex } from '../../platform/crypto/keyed-index.ts';
import { savepoint } from '../../platform/db/database.ts';
import type { StaffActor } from '../../actor.ts';
import type { Header, SheetLine } from './read-header.ts';
import {
  CellFault,
  comparedValue,
  RowFaults,
  textOf,
  type Found,
  type SheetColumn,
  type SheetKind,
  type SheetShape,
  type Values,
} from './sheet-kind.ts';

/** A row that came before. `isWritten`: it is new, or changes something. */
export interface EarlierRow {
  number: number;
  isWritten: boolean;
}

export interface RowToJudge {
  actor: StaffActor;
  sheet: SheetKind;
  header: Header;
  line: SheetLine;
  /** The rows before by their keys. */
  known: Map<string, EarlierRow>;
  /** What the row was seen to do: it does this or nothing. */
  seen?: ImportRow | null;
}

/**
 * Does what one row says and answers what that is; a row at fault changes nothing. An empty cell leaves what is there;
 * for somebody new it is nothing.
 */
export async function judgeRow(given: RowToJudge, t: Transaction): Promise<ImportRow> {
  const { sheet, line } = given;
  let values: Values = {};
  if (isTotal(line))
    return { ...answer(sheet, line, values, 'unchanged'), doubts: [{ column: '', message: '合计行，未读取' }] };
  try {
    const read = readCells(given);
    values = read.values;
    if (Object.keys(read.faults).length > 0) throw new RowFaults({ ...faultsOfValues(sheet, values), ...read.faults });
    const { own, twin } = takeKey(given, values);
    const found = await sheet.find(values, t);
    const changes = found ? changesOf(sheet, values, found) : valuesOf(sheet, values);
    if (given.seen && (changes !== given.seen.changes || (found !== null) !== (given.seen.outcome === 'update'))) {
      throw new RowFaults({ '': '检查之后登记数据已有变化，该行没有导入，请重新检查' });
    }
    // Of long ago the registry may hold two that one key tells: their export says nothing new.
    if (found && changes === '' && !twin?.isWritten) return answer(sheet, line, values, 'unchanged');
    if (twin) throw new RowFaults({ [sheet.key[0] ?? '']: `与第 ${twin.number} 行重复` });
    const doubts = await doubtsOfKind(sheet, values, found, t);
    await savepoint(t, () => write(given, values, found, t));
    own.isWritten = true;
    const outcome = found ? 'update' : 'create';
    const holds = found ? await holdsOf(sheet, values, found, t) : [];
    return {
      ...answer(sheet, line, values, outcome),
      changes,
      doubts: [...doubtsOfPlace(line), ...doubtsOf(sheet, values), ...doubts],
      holds,
    };
  } catch (error) {
    const faults = faultsOf(error);
    if (!faults) throw error;
    const labels = new Map(sheet.columns.map(({ field, label }) => [field, label]));
    return {
      ...answer(sheet, line, values, 'faulty'),
      faults: Object.entries(faults).map(([field, message]) => ({ column: labels.get(field) ?? '', message })),
    };
  }
}

const answer = (sheet: SheetKind, line: SheetLine, values: Values, outcome: ImportRow['outcome']): ImportRow => ({
  row: line.number,
  name: sheet.nameOf(values),
  outcome,
  changes: '',
  faults: [],
  doubts: doubtsOfPlace(line),
  holds: [],
});

/** A line that sums up, which is nobody's. */
function isTotal({ cells }: SheetLine): boolean {
  const first = cells.find((cell) => 'fault' in cell || cell.text !== '');
  return first !== undefined && 'text' in first && /^[合总小共]\s*计[:：]?$/.test(first.text);
}

/** A row that is not shown is read like any other: who looked at the sheet has not seen it. */
const doubtsOfPlace = ({ isHidden }: SheetLine): ImportRow['doubts'] =>
  isHidden ? [{ column: '', message: '该行在文件中是隐藏的，同样会导入' }] : [];

/** Names that are taken for others: whoever imports them is told, and decides. */
function doubtsOf(sheet: SheetKind, values: Values): ImportRow['doubts'] {
  return sheet.columns
    .filter(({ isName }) => isName)
    .flatMap(({ label, field }) =>
      lookAlikesInName(textOf(values[field])).map((found) => ({ column: label, message: describeLookAlike(found) })),
    );
}

async function doubtsOfKind(
  sheet: SheetKind,
  values: Values,
  found: Found | null,
  t: Transaction,
): Promise<ImportRow['doubts']> {
  const doubts = (await sheet.doubts?.(values, found, t)) ?? [];
  return doubts.map(({ field, message }) => ({
    column: sheet.columns.find((column) => column.field === field)?.label ?? '',
    message,
  }));
}

/** Contacts of members that the row changes: whether one stands there now tells whether a second person is waited for. */
async function holdsOf(sheet: SheetKind, values: Values, before: Found, t: Transaction): Promise<ImportRow['holds']> {
  const changed = sheet.columns.filter(
    ({ field, isContact }) =>
      isContact && values[field] !== undefined && plain(values[field]) !== plain(before.values[field]),
  );
  if (changed.length === 0) return [];
  const now = await sheet.find(values, t);
  return changed.map(({ label, field }) => ({
    column: label,
    message: now?.values[field] === before.values[field] ? CONTACT_WAITS : CONTACT_HELD,
  }));
}

/** A contact as it is compared. */
const plain = (value: unknown) => bareNumber(textOf(value));

/** 性别：男 → 男: people copy the heading into the cell. */
function withoutLabel(text: string, label: string): string {
  const rest = text.startsWith(label) ? /^\s*[:：]\s*(.*)$/s.exec(text.slice(label.length)) : null;
  return rest ? (rest[1] ?? '').trim() : text;
}

/** What stands in a cell so that it does not stay empty. */
const NOTHING = /^[-‐–—－/／]+$/;

/** Characters of private use, which are seen: what a name is refused for says more of them. */
const PRIVATE_USE = /\p{Co}/gu;

/** What nobody sees makes a number another one and a word unknown: said as what it is, in whatever column. Throws CellFault. */
function refuseUnseen(text: string, label: string): void {
  const found = hiddenCharacter(text.replace(PRIVATE_USE, '□'), 'lines');
  if (found !== null) throw new CellFault(hiddenMessage(label, found));
}

/** Every cell of the row with something in it, and all of its faults at once. */
export function readCells({ header, line, sheet }: Pick<RowToJudge, 'header' | 'line'> & { sheet: SheetShape }): {
  values: Values;
  faults: FieldFaults;
} {
  const values: Values = {};
  const faults: FieldFaults = {};
  for (const [at, column] of header.entries()) {
    const cell = line.cells[at];
    if (!column || !cell) continue;
    if ('fault' in cell) faults[column.field] = cell.fault;
    else if (cell.text !== '' && !NOTHING.test(cell.text)) {
      try {
        refuseUnseen(cell.text, column.label);
        const text = withoutLabel(cell.text, column.label);
        if (text !== '') values[column.field] = column.read(text, cell.day);
      } catch (error) {
        if (!(error instanceof CellFault)) throw error;
        faults[column.field] = error.message;
      }
    }
  }
  for (const field of missingKeys(sheet, values)) faults[field] ??= '请填写';
  return { values, faults };
}

/** What a row would have to hold to be found, and does not. */
export const missingKeys = ({ key, mayLack = [] }: SheetShape, values: Values): string[] =>
  key.filter((field) => values[field] === undefined && !mayLack.includes(field));

/** What is wrong besides with the cells that could be read: whoever mends a row mends all of it at once. */
function faultsOfValues(sheet: SheetKind, values: Values): FieldFaults {
  const { error } = sheet.createSchema.safeParse(values);
  const all = error ? (faultsOf(error) ?? {}) : {};
  return Object.fromEntries(Object.entries(all).filter(([field]) => values[field] !== undefined));
}

/** A keyed fingerprint of what a row is found by, as that is compared: rows of large sheets are kept with it. */
export const keyIndexOf = ({ columns, key }: SheetKind, values: Values): string =>
  keyedIndex(
    'import_lines.key',
    JSON.stringify(
      columns.filter(({ field }) => key.includes(field)).map((column) => comparedValue(column, values[column.field])),
    ),
  );

/** The same of what rows that may stand in each other's way have in common; empty where nothing is. */
export function kinIndexOf({ columns, kin }: SheetKind, values: Values): string {
  const column = columns.find(({ field }) => field === kin);
  const value = column && comparedValue(column, values[column.field]);
  return value === undefined ? '' : keyedIndex('import_lines.kin', JSON.stringify(value));
}

/** Enters the row among those known; `twin`: one of the same key came before. */
function takeKey(
  { sheet, line, known }: RowToJudge,
  values: Values,
): { own: EarlierRow; twin: EarlierRow | undefined } {
  const key = keyIndexOf(sheet, values);
  const twin = known.get(key);
  const own = twin ?? { number: line.number, isWritten: false };
  known.set(key, own);
  return { own, twin: twin && { ...twin } };
}

const isSame = (column: SheetColumn, one: unknown, other: unknown) =>
  column.show(comparedValue(column, one)) === column.show(comparedValue(column, other));

/** The columns of the row that say something else than what is kept. */
const changedIn = ({ columns }: SheetKind, values: Values, { values: stored }: Found): SheetColumn[] =>
  columns.filter((column) => {
    const { field } = column;
    return values[field] !== undefined && !isSame(column, stored[field], values[field]);
  });

const changesOf = (sheet: SheetKind, values: Values, found: Found): string =>
  changedIn(sheet, values, found)
    .map(({ label, field, show }) => `${label}：${show(found.values[field]) || '空'}→${show(values[field])}`)
    .join('；');

/** What is kept, with what the row changes: a value that is only written otherwise stays as it is kept. */
const changedValues = (sheet: SheetKind, values: Values, found: Found): Values => ({
  ...values,
  ...found.values,
  ...Object.fromEntries(changedIn(sheet, values, found).map(({ field }) => [field, values[field]])),
});

/** What somebody new is registered with. */
const valuesOf = (sheet: SheetKind, values: Values): string =>
  sheet.columns
    .filter(({ field }) => values[field] !== undefined)
    .map(({ label, field, show }) => `${label}：${show(values[field])}`)
    .join('；');

async function write({ actor, sheet }: RowToJudge, values: Values, found: Found | null, t: Transaction) {
  const complete = await sheet.complete(found ? changedValues(sheet, values, found) : values, found, t);
  const given = Object.fromEntries(Object.entries(complete).filter(([, value]) => value !== undefined));
  if (!found) return sheet.create(actor, sheet.createSchema.parse(given), t);
  return sheet.update(actor, sheet.updateSchema.parse({ ...given, version: found.version }), found, t);
}

/** Faults by field of anything that a row can be refused with; null for what is no fault of the row. */
function faultsOf(error: unknown): FieldFaults | null {
  if (error instanceof RowFaults) return error.fields;
  if (error instanceof z.ZodError) {
    return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]));
  }
  if (error instanceof AppError) return error.fields ?? { '': error.message };
  return null;
}
