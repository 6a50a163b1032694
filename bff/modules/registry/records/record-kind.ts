import type { Model, ModelStatic, Transaction } from 'sequelize';
import type { MemberRecord } from '../../../contract/records/endpoints.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import type { FieldFaults } from '../../../contract/errors.ts';
import type { StaffActor } from '../../../actor.ts';
import type { MemberChange } from '../../../events.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import type { RowSchema } from '../../../platform/db/rows.ts';

/** Whom a record is about. */
export interface Subject {
  subjectKind: SubjectKind;
  subjectId: number;
}

/** `effectiveOn` absent: no day of the past changes, the record was wrong. */
export type Touching = Pick<MemberChange, 'fact' | 'before'> & Partial<Pick<MemberChange, 'effectiveOn'>>;

/**
 * One kind of record that staff keep about members: how it is read, written and told apart. The three acts
 * (create-record.ts, update-record.ts, remove-record.ts) are the same for all kinds.
 */
export interface RecordKind<Row extends MemberRecord, Data> {
  /** As the audit log calls it: 年度考核. */
  label: string;
  model: ModelStatic<Model>;
  /** The table `r`, joined with whom it is about. */
  from: string;
  row: RowSchema<Row>;
  /** SQL of a whole Row. */
  columns: string;
  /** SQL; the latest first. */
  order: string;
  /** The model's attributes, subject, version and instants apart. */
  toAttributes(data: Data): object;
  /**
   * Throws `invalid_fields` or `duplicate` for what only stored rows and today's date can tell. The subject is locked;
   * `stored` null: a new record.
   */
  check(change: { subject: Subject; stored: Row | null; data: Data }, t: Transaction): Promise<void>;
  /** Throws `wrong_state` for a record that cannot be removed. */
  refuseRemoval?(row: Row, t: Transaction): Promise<void>;
  /** What follows elsewhere from its removal, in the same transaction; absent: nothing does. */
  removed?(removal: { row: Row; by: StaffActor | null }, t: Transaction): Promise<void>;
  /** What letters rest on it, what they print of it, and from which day it is otherwise; absent or null: none does. */
  letters?(change: { before: Row | null; after: Row | null }): Touching | null;
  /** What it says, label by label, for the audit log. */
  inWords(row: Row): Record<string, string>;
}

const NAMED = 'AS subjectName';
const BASE = 'r.id, r.version';

/** From and columns of a table `r` about firms and lawyers: exactly one of both ids is set. */
export const ofEither = (table: string) => ({
  from: `${table} r LEFT JOIN firms f ON f.id = r.firm_id LEFT JOIN lawyers l ON l.id = r.lawyer_id`,
  columns: `${BASE}, CASE WHEN r.firm_id IS NULL THEN 'lawyer' ELSE 'firm' END AS subjectKind,
    COALESCE(r.firm_id, r.lawyer_id) AS subjectId, COALESCE(f.name, l.name) ${NAMED},
    COALESCE(f.licence_no, l.licence_no) AS subjectLicenceNo`,
});
/** From and columns of a table `r` about lawyers. */
export const ofLawyer = (table: string) => ({
  from: `${table} r JOIN lawyers l ON l.id = r.lawyer_id`,
  columns: `${BASE}, 'lawyer' AS subjectKind, l.id AS subjectId, l.name ${NAMED}, l.licence_no AS subjectLicenceNo`,
});
/** From and columns of a table `r` about firms. */
export const ofFirm = (table: string) => ({
  from: `${table} r JOIN firms f ON f.id = r.firm_id`,
  columns: `${BASE}, 'firm' AS subjectKind, f.id AS subjectId, f.name ${NAMED}, f.licence_no AS subjectLicenceNo`,
});

/** One record. Throws `not_found`. */
export async function findRecord<Row extends MemberRecord, Data>(
  kind: RecordKind<Row, Data>,
  { id }: { id: number },
  t?: Transaction,
): Promise<Row> {
  const [row] = await select(kind.row, `SELECT ${kind.columns} FROM ${kind.from} WHERE r.id = ?`, [id], t);
  if (!row) throw new AppError('not_found');
  return row;
}

/** All records of one kind about one member, the latest first. */
export async function recordsOf<Row extends MemberRecord, Data>(
  kind: RecordKind<Row, Data>,
  { subjectKind, subjectId }: Subject,
  t?: Transaction,
): Promise<Row[]> {
  const sql = `SELECT ${kind.columns} FROM ${kind.from} WHERE r.${subjectKind}_id = ? ORDER BY ${kind.order}`;
  return select(kind.row, sql, [subjectId], t);
}

/** 「年度：2025；状态：已完成」; what is empty is left out. */
export const describe = (words: Record<string, string>) =>
  Object.entries(words)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('；');

/** Throws `duplicate` when the member has another record of that year. The subject is locked. */
export async function refuseSecondOfYear<Row extends MemberRecord & { year: number }, Data extends { year: number }>(
  kind: RecordKind<Row, Data>,
  { subject, stored, data }: { subject: Subject; stored: Row | null; data: Data },
  t: Transaction,
): Promise<void> {
  const others = (await recordsOf(kind, subject, t)).filter(({ id }) => id !== stored?.id);
  if (!others.some(({ year }) => year === data.year)) return;
  throw new AppError('duplicate', { fields: { year: `该会员${data.year}年度的${kind.label}已有记录，请修改原记录` } });
}

/** Throws `invalid_fields` for each of these dates that lies in the future; `label` names the date. */
export function refuseFuture(dates: Record<string, { label: string; on: string | null }>): void {
  const today = clock.today();
  const late = Object.entries(dates).filter(([, { on }]) => on !== null && on > today);
  refuse(Object.fromEntries(late.map(([field, { label }]) => [field, `${label}不能晚于今天`])));
}

/** Throws `invalid_fields` when there are faults. */
export function refuse(fields: FieldFaults): void {
  if (Object.keys(fields).length > 0) throw new AppError('invalid_fields', { fields });
}
