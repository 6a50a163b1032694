import type { AssessmentRow } from '../../../contract/records/endpoints.ts';
import { assessmentRow } from '../../../contract/records/replies.ts';
import {
  ASSESSMENT_RESULTS,
  ASSESSMENT_STATES,
  FIRM_ASSESSMENT_RESULTS,
  type AssessmentResult,
  type AssessmentState,
} from '../../../contract/records/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofEither, refuse, refuseFuture, refuseSecondOfYear, type RecordKind } from './record-kind.ts';
import { Assessment } from './record-model.ts';

export interface AssessmentData {
  year: number;
  state: AssessmentState;
  result: AssessmentResult | null;
  filedOn: string | null;
  remark: string;
}
const source = ofEither('assessments');
const FIRM_RESULTS: Partial<Record<AssessmentResult, string>> = FIRM_ASSESSMENT_RESULTS;

/** 年度考核: one a year and member, of a year that has begun. */
export const assessmentRecords: RecordKind<AssessmentRow, AssessmentData> = {
  label: '年度考核',
  model: Assessment,
  from: source.from,
  row: assessmentRow,
  columns: `${source.columns}, r.year, r.state, r.result, r.filed_on AS filedOn, r.remark`,
  order: 'r.year DESC',
  toAttributes: ({ year, state, result, filedOn, remark }) => ({ year, state, result, filedOn, remark }),
  async check(change, t) {
    const { subject, data } = change;
    if (data.year > Number(clock.today().slice(0, 4))) refuse({ year: '不能登记以后年度的考核' });
    if (subject.subjectKind === 'firm' && data.result && !(data.result in FIRM_RESULTS)) {
      refuse({ result: '律所的考核结果为合格或不合格' });
    }
    refuseFuture({ filedOn: { label: '归档日期', on: data.filedOn } });
    await refuseSecondOfYear(assessmentRecords, change, t);
  },
  // A result that is entered late was there on its day; what is taken back, or begins anew, was entered wrongly.
  letters: ({ before, after }) => {
    if (!before || (isUnderWay(before) && after && isUnderWay(after))) return null;
    return { fact: 'assessment', before: `${before.year}年度`, effectiveOn: after?.filedOn ?? null };
  },
  inWords: ({ subjectKind, year, state, result, filedOn, remark }) => ({
    年度: String(year),
    状态: ASSESSMENT_STATES[state],
    结果: result ? (subjectKind === 'firm' && FIRM_RESULTS[result]) || ASSESSMENT_RESULTS[result] : '',
    归档日期: filedOn ?? '',
    备注: remark,
  }),
};

/** Handed in, and without a result: letters say so of both alike. */
const isUnderWay = ({ state }: AssessmentRow) => state === 'submitted' || state === 'in_review';
