import type { Transaction } from 'sequelize';
import type { ZodType } from 'zod';
import type { MemberRecord } from '../../../contract/records/endpoints.ts';
import {
  ASSESSMENT_RESULTS,
  ASSESSMENT_STATES,
  DUES_STATES,
  FIRM_ASSESSMENT_RESULTS,
  HOURS_KINDS,
  HOURS_MODES,
  HOURS_STATES,
} from '../../../contract/records/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { comparedWords } from '../../../contract/plain-characters.ts';
import * as schemas from '../../../contract/records/schemas.ts';
import { assessmentRecords } from '../records/assessment-records.ts';
import { createRecord } from '../records/create-record.ts';
import { duesRecords } from '../records/dues-records.ts';
import { findFirmByLicence, findLawyerByLicence } from '../facts/find-by-licence.ts';
import { hoursRecords } from '../records/hours-records.ts';
import { recordsOf, type RecordKind, type Subject } from '../records/record-kind.ts';
import { updateRecord } from '../records/update-record.ts';
import {
  choiceColumn,
  dateColumn,
  decimalColumn,
  numberColumn,
  textColumn,
  yearColumn,
  yuanColumn,
} from '../../imports/columns.ts';
import {
  comparedValue,
  RowFaults,
  textOf,
  type SheetColumn,
  type SheetKind,
  type Values,
} from '../../imports/sheet-kind.ts';

const must = { isRequired: true };
const remark = textColumn('备注', 'remark', { width: 30 });

/** A sheet of records about members, found by the member's number and `key`. */
export function recordSheet<Row extends MemberRecord, Data extends object>(sheet: {
  kind: RecordKind<Row, Data>;
  about: readonly SubjectKind[];
  key: readonly string[];
  /** Records of one member that may not overlap. */
  kin?: 'memberNo';
  columns: readonly SheetColumn[];
  /** What the columns hold besides the member's number. */
  example: Readonly<Record<string, string>>;
  createSchema: ZodType<object>;
  updateSchema: ZodType<object>;
  /** Columns that name what the record holds by its id: from the record … */
  stored?(row: Row, t: Transaction): Promise<Values>;
  /** … and back. Throws RowFaults. */
  resolve?(values: Values, t: Transaction): Promise<Values>;
}): SheetKind {
  const { kind, about, key, columns, createSchema, updateSchema, resolve = async (values) => values } = sheet;
  return {
    columns: [
      { ...numberColumn('证号', 'memberNo', must), also: ['执业证号', '执业证号码', '执业许可证号'] },
      ...columns,
    ],
    example: { memberNo: '14499202010100001', ...sheet.example },
    told: ['会员类别', '会员'],
    key: ['memberNo', ...key],
    ...(sheet.kin && { kin: sheet.kin }),
    createSchema,
    updateSchema,
    nameOf: (values) => [values['memberNo'], ...key.map((field) => values[field])].filter(Boolean).join(' '),
    async find(values, t) {
      const rows = await recordsOf(kind, await subjectOf(values, about, t), t);
      const keys = columns.filter(({ field }) => key.includes(field));
      const meant = rows.filter((one) => keys.every((column) => isSameKey(column, one as object as Values, values)));
      const row = closest(meant, columns, keys, values);
      if (!row) return null;
      const stored = Object.fromEntries(columns.map(({ field }) => [field, (row as unknown as Values)[field]]));
      const named = await sheet.stored?.(row, t);
      return { id: row.id, version: row.version, values: { ...stored, ...named, memberNo: values['memberNo'] } };
    },
    async complete({ memberNo, ...values }, found, t) {
      const given = await resolve(values, t);
      return found ? given : { ...given, ...(await subjectOf({ memberNo }, about, t)) };
    },
    create: (actor, parsed, t) => createRecord({ actor, kind, input: parsed as Subject & Data }, t),
    update: (actor, parsed, { id }, t) =>
      updateRecord({ actor, kind, id, input: parsed as Data & { version: number } }, t),
  };
}

const isSameKey = (column: SheetColumn, row: Values, values: Values) =>
  String(comparedValue(column, row[column.field])) === String(comparedValue(column, values[column.field]));

/** Of the records that a row may mean, the one that says all of it already; otherwise the one whose key is written so. */
export function closest<Row extends object>(
  meant: readonly Row[],
  columns: readonly SheetColumn[],
  keys: readonly SheetColumn[],
  values: Values,
): Row | undefined {
  const says = (some: readonly SheetColumn[]) =>
    meant.find((row) =>
      some.every(({ field, show }) => {
        const kept = (row as Values)[field];
        return values[field] === undefined || kept === undefined || show(kept) === show(values[field]);
      }),
    );
  return says(columns) ?? says(keys) ?? meant[0];
}

export async function subjectOf({ memberNo }: Values, about: readonly SubjectKind[], t: Transaction): Promise<Subject> {
  const lawyer = await findLawyerByLicence(textOf(memberNo), t);
  if (lawyer) return { subjectKind: 'lawyer', subjectId: lawyer.lawyer.id };
  const firm = about.includes('firm') ? await findFirmByLicence(textOf(memberNo), t) : null;
  if (firm) return { subjectKind: 'firm', subjectId: firm.id };
  throw new RowFaults({ memberNo: about.includes('firm') ? '没有这个证号的律师或律所' : '没有这个执业证号的律师' });
}

/** 年度考核: one a year and member. */
export const assessmentSheet = recordSheet({
  kind: assessmentRecords,
  about: ['lawyer', 'firm'],
  key: ['year'],
  columns: [
    yearColumn('年度', 'year', must),
    choiceColumn('状态', 'state', [ASSESSMENT_STATES], must),
    choiceColumn('考核结果', 'result', [ASSESSMENT_RESULTS, FIRM_ASSESSMENT_RESULTS]),
    dateColumn('归档日期', 'filedOn'),
    remark,
  ],
  example: { year: '2025', state: '已完成', result: '称职', filedOn: '2026-05-20' },
  createSchema: schemas.createAssessment,
  updateSchema: schemas.updateAssessment,
});

/** What people write. */
const DUES_SYNONYMS = {
  缴清: 'settled',
  已缴: 'settled',
  未缴: 'unpaid',
  欠缴: 'unpaid',
  部分缴纳: 'unpaid',
  减免: 'waived',
  免缴: 'waived',
};

/** 会费: one account a year and member. */
export const duesSheet = recordSheet({
  kind: duesRecords,
  about: ['lawyer', 'firm'],
  key: ['year'],
  columns: [
    yearColumn('年度', 'year', must),
    { ...yuanColumn('应缴（元）', 'dueFen', must), also: ['应缴', '应缴金额', '应缴会费'] },
    { ...yuanColumn('已缴（元）', 'paidFen', must), also: ['已缴', '实缴', '已缴金额', '实缴金额'] },
    choiceColumn('状态', 'state', [DUES_STATES], { ...must, synonyms: DUES_SYNONYMS }),
    dateColumn('缴清日期', 'settledOn'),
    remark,
  ],
  example: { year: '2026', dueFen: '1200', paidFen: '1200', state: '已缴清', settledOn: '2026-03-18' },
  createSchema: schemas.createDues,
  updateSchema: schemas.updateDues,
});

/** 活动学时: an activity of one name and day counts once. */
export const hoursSheet = recordSheet({
  kind: hoursRecords,
  about: ['lawyer'],
  key: ['title', 'heldOn'],
  columns: [
    textColumn('活动名称', 'title', { ...must, width: 36, compared: comparedWords }),
    dateColumn('活动日期', 'heldOn', must),
    decimalColumn('学时', 'hours', must),
    choiceColumn('学时类别', 'kind', [HOURS_KINDS]),
    choiceColumn('参加方式', 'mode', [HOURS_MODES]),
    choiceColumn('状态', 'state', [HOURS_STATES], must),
    remark,
  ],
  example: { title: '新律师执业培训', heldOn: '2026-03-14', hours: '3', kind: '业务', mode: '现场', state: '已签到' },
  createSchema: schemas.createHours,
  updateSchema: schemas.updateHours,
});
