import { DISCIPLINE_KINDS, DISCIPLINE_STATES, type SubjectKind } from '../../../contract/registry/enums.ts';
import { comparedDocumentNo } from '../../../contract/plain-characters.ts';
import { describeLateEffect, describeSameDocument } from '../../../contract/registry/discipline-doubts.ts';
import { disciplineInput } from '../../../contract/registry/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { createDiscipline, subjectColumns, type DisciplineData } from '../discipline/create-discipline.ts';
import { updateDiscipline } from '../discipline/update-discipline.ts';
import { DisciplineRecord } from '../model.ts';
import type { Transaction } from 'sequelize';
import { choiceColumn, dateColumn, numberColumn, textColumn } from '../../imports/columns.ts';
import { RowFaults, textOf, type SheetKind, type Values } from '../../imports/sheet-kind.ts';
import { closest, subjectOf } from './record-sheets.ts';

const must = { isRequired: true };
const ABOUT: readonly SubjectKind[] = ['lawyer', 'firm'];

const columns = [
  { ...numberColumn('证号', 'memberNo', must), also: ['执业证号', '执业证号码', '执业许可证号'] },
  textColumn('文号', 'documentNo', { ...must, width: 30, compared: comparedDocumentNo }),
  choiceColumn('处分种类', 'kind', [DISCIPLINE_KINDS], must),
  choiceColumn('状态', 'state', [DISCIPLINE_STATES], must),
  dateColumn('决定日期', 'decidedOn'),
  dateColumn('生效日期', 'effectiveFromOn'),
  dateColumn('届满日期', 'effectiveUntilOn'),
  textColumn('备注', 'remark', { width: 30 }),
];
const KEY = ['memberNo', 'documentNo', 'kind'];
const keyColumns = columns.filter(({ field }) => KEY.includes(field));

/** Every record about the member of that 文号, however it is written. */
async function ofDocument(values: Values, t: Transaction): Promise<DisciplineRecord[]> {
  const where = subjectColumns(await subjectOf(values, ABOUT, t));
  const number = comparedDocumentNo(textOf(values['documentNo']));
  const records = await DisciplineRecord.findAll({ where, order: [['id', 'ASC']], transaction: t });
  return records.filter(({ documentNo }) => comparedDocumentNo(documentNo) === number);
}

/** The record that a row means: one decision may impose several penalties, and one penalty from several days on. */
async function recordOf(values: Values, t: Transaction): Promise<DisciplineRecord | undefined> {
  const { kind, effectiveFromOn } = values;
  const meant = (await ofDocument(values, t)).filter((record) => record.kind === kind);
  const ofDay = meant.filter((record) => record.effectiveFromOn === (effectiveFromOn ?? null));
  if (meant.length > 1 && ofDay.length === 0) {
    throw new RowFaults({
      effectiveFromOn: `该会员此文号的该种处分有${meant.length}条，请填写其中一条的生效日期，或在工作端修改`,
    });
  }
  return closest(meant.length > 1 ? ofDay : meant, columns, keyColumns, values);
}

/**
 * 行业处分: told by whom it is about, its 文号 and the kind of penalty, and where that leaves several by the day from which
 * it is in force. A case that is looked into has no 文号 yet.
 */
export const disciplineSheet: SheetKind = {
  columns,
  example: {
    memberNo: '14499202010100001',
    documentNo: '江律惩字〔2026〕1号',
    kind: '警告',
    state: '已生效',
    decidedOn: '2026-01-05',
    effectiveFromOn: '2026-01-12',
  },
  told: ['对象类别', '对象'],
  key: KEY,
  mayLack: ['documentNo'],
  createSchema: disciplineInput,
  updateSchema: disciplineInput,
  nameOf: ({ memberNo, documentNo }) => [memberNo, documentNo].filter(Boolean).join(' '),
  async find(values, t) {
    const record = await recordOf(values, t);
    if (!record) return null;
    const { id, version, kind, state, documentNo, decidedOn, effectiveFromOn, effectiveUntilOn, remark } = record;
    const dates = { decidedOn, effectiveFromOn, effectiveUntilOn };
    return { id, version, values: { memberNo: values['memberNo'], documentNo, kind, state, ...dates, remark } };
  },
  async complete({ memberNo, ...values }, _found, t) {
    return { ...values, ...(await subjectOf({ memberNo }, ABOUT, t)) };
  },
  async doubts(values, found, t) {
    const isNumbered = textOf(values['documentNo']) !== '';
    const others = found || !isNumbered ? 0 : (await ofDocument(values, t)).length;
    const late = describeLateEffect(textOf(values['effectiveFromOn']) || null, clock.today());
    return [
      ...(others > 0 ? [{ field: 'documentNo', message: describeSameDocument(others) }] : []),
      ...(late ? [{ field: 'effectiveFromOn', message: late }] : []),
    ];
  },
  create: (actor, parsed, t) => createDiscipline({ actor, input: parsed as DisciplineData }, t),
  update: (actor, parsed, { id }, t) => updateDiscipline({ actor, id, input: parsed as DisciplineData }, t),
};
