import type { DisciplineRow } from '../../../bff/contract/registry/endpoints.ts';
import {
  DISCIPLINE_KINDS,
  DISCIPLINE_STATES,
  type DisciplineKind,
  type DisciplineState,
} from '../../../bff/contract/registry/enums.ts';
import type { DisciplineInput } from '../../../bff/contract/registry/schemas.ts';
import { MAX_RECORD_REMARK } from '../../../bff/contract/limits.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { SubjectPicker, type Subject } from '../../subjects/SubjectPicker.tsx';
import { groupDigits } from '../../../bff/contract/text.ts';

/** What is typed about a discipline record; '' where nothing has been chosen yet. */
export interface DisciplineValues {
  /** The server's faults about the subject are filed under this name. */
  subjectId: Subject | null;
  kind: DisciplineKind | '';
  state: DisciplineState | '';
  documentNo: string;
  decidedOn: string;
  effectiveFromOn: string;
  effectiveUntilOn: string;
  remark: string;
}

export const disciplineFields: readonly FieldSpec<DisciplineValues>[] = [
  { name: 'subjectId', label: '处分对象', kind: 'own', control: <SubjectPicker />, isRequired: true, isWide: true },
  { name: 'kind', label: '处分种类', kind: 'choice', options: DISCIPLINE_KINDS, isRequired: true },
  {
    name: 'state',
    label: '状态',
    kind: 'choice',
    options: DISCIPLINE_STATES,
    isRequired: true,
    hint: '调查中、复查中和已生效的记录都会使无处分证明转人工审核',
  },
  { name: 'documentNo', label: '文号', kind: 'text', hint: '已生效的处分须填写文号、决定日期和生效日期' },
  { name: 'decidedOn', label: '决定日期', kind: 'date' },
  { name: 'effectiveFromOn', label: '生效日期', kind: 'date' },
  { name: 'effectiveUntilOn', label: '届满日期', kind: 'date', hint: '没有期限的留空' },
  { name: 'remark', label: '备注', kind: 'paragraph', max: MAX_RECORD_REMARK, isWide: true },
];

export const newDiscipline: DisciplineValues = {
  subjectId: null,
  kind: '',
  state: 'open',
  documentNo: '',
  decidedOn: '',
  effectiveFromOn: '',
  effectiveUntilOn: '',
  remark: '',
};

export function toDisciplineValues(row: DisciplineRow): DisciplineValues {
  const { kind, state, documentNo, remark } = row;
  return {
    kind,
    state,
    documentNo,
    remark,
    subjectId: {
      kind: row.subjectKind,
      value: row.subjectId,
      label: `${row.subjectName}（${groupDigits(row.subjectLicenceNo)}）`,
    },
    decidedOn: row.decidedOn ?? '',
    effectiveFromOn: row.effectiveFromOn ?? '',
    effectiveUntilOn: row.effectiveUntilOn ?? '',
  };
}

/** As typed; the server names what is missing or wrong. */
export function toDisciplineInput(values: DisciplineValues, version?: number): DisciplineInput {
  const { subjectId: subject, decidedOn, effectiveFromOn, effectiveUntilOn, ...rest } = values;
  return {
    ...rest,
    subjectKind: subject?.kind ?? 'lawyer',
    subjectId: subject?.value,
    decidedOn: decidedOn || null,
    effectiveFromOn: effectiveFromOn || null,
    effectiveUntilOn: effectiveUntilOn || null,
    ...(version !== undefined && { version }),
  } as DisciplineInput;
}
