import { DISCIPLINE_KINDS, DISCIPLINE_STATES, type SubjectKind } from '../../../contract/registry/enums.ts';
import { disciplineInput } from '../../../contract/registry/schemas.ts';
import { createDiscipline, subjectColumns, type DisciplineData } from '../discipline/create-discipline.ts';
import { updateDiscipline } from '../discipline/update-discipline.ts';
import { DisciplineRecord } from '../model.ts';
import { choiceColumn, dateColumn, numberColumn, textColumn } from '../../imports/columns.ts';
import { textOf, type SheetKind } from '../../imports/sheet-kind.ts';
import { subjectOf } from './record-sheets.ts';

const must = { isRequired: true };
const ABOUT: readonly SubjectKind[] = ['lawyer', 'firm'];

/** 行业处分: told by whom it is about and its 文号; a case that has none yet is entered by hand. */
export const disciplineSheet: SheetKind = {
  columns: [
    numberColumn('证号', 'memberNo', must),
    textColumn('文号', 'documentNo', { ...must, width: 30 }),
    choiceColumn('处分种类', 'kind', [DISCIPLINE_KINDS], must),
    choiceColumn('状态', 'state', [DISCIPLINE_STATES], must),
    dateColumn('决定日期', 'decidedOn'),
    dateColumn('生效日期', 'effectiveFromOn'),
    dateColumn('届满日期', 'effectiveUntilOn'),
    textColumn('备注', 'remark', { width: 30 }),
  ],
  told: ['对象类别', '对象'],
  key: ['memberNo', 'documentNo'],
  createSchema: disciplineInput,
  updateSchema: disciplineInput,
  nameOf: ({ memberNo, documentNo }) => [memberNo, documentNo].filter(Boolean).join(' '),
  async find(values, t) {
    const subject = await subjectOf(values, ABOUT, t);
    const where = { ...subjectColumns(subject), documentNo: textOf(values['documentNo']) };
    const record = await DisciplineRecord.findOne({ where, transaction: t });
    if (!record) return null;
    const { id, version, kind, state, documentNo, decidedOn, effectiveFromOn, effectiveUntilOn, remark } = record;
    const dates = { decidedOn, effectiveFromOn, effectiveUntilOn };
    return { id, version, values: { memberNo: values['memberNo'], documentNo, kind, state, ...dates, remark } };
  },
  async complete({ memberNo, ...values }, _found, t) {
    return { ...values, ...(await subjectOf({ memberNo }, ABOUT, t)) };
  },
  create: (actor, parsed, t) => createDiscipline({ actor, input: parsed as DisciplineData }, t),
  update: (actor, parsed, { id }, t) => updateDiscipline({ actor, id, input: parsed as DisciplineData }, t),
};
