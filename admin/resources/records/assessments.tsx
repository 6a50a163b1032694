import { shanghaiYear } from '../../../bff/contract/dates.ts';
import { recordEndpoints, type AssessmentRow } from '../../../bff/contract/records/endpoints.ts';
import {
  ASSESSMENT_RESULTS,
  ASSESSMENT_STATES,
  FIRM_ASSESSMENT_RESULTS,
  type AssessmentState,
} from '../../../bff/contract/records/enums.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { MAX_RECORD_REMARK } from '../../../bff/contract/limits.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import type { RecordSpec } from './record-spec.tsx';

export type AssessmentValues = {
  year: string;
  state: AssessmentState | '';
  result: string;
  filedOn: string;
  remark: string;
};

const TONES: Record<AssessmentState, Tone> = {
  not_started: 'still',
  submitted: 'wait',
  in_review: 'wait',
  final: 'good',
  appeal: 'alert',
};

export const AssessmentTag = ({ state }: { state: AssessmentState }) => (
  <StateTag tone={TONES[state]} label={ASSESSMENT_STATES[state]} />
);

/** The result in the words of the member's kind; '' where there is none. */
export function resultOf({ subjectKind, result }: Pick<AssessmentRow, 'subjectKind' | 'result'>): string {
  if (!result) return '';
  const firmResults: Partial<Record<typeof result, string>> = FIRM_ASSESSMENT_RESULTS;
  return (subjectKind === 'firm' && firmResults[result]) || ASSESSMENT_RESULTS[result];
}

const NONE = { '': '尚无结果' };
function resultsFor(about: SubjectKind | null): Record<string, string> {
  if (about === 'firm') return { ...NONE, ...FIRM_ASSESSMENT_RESULTS };
  if (about === 'lawyer') return { ...NONE, ...ASSESSMENT_RESULTS };
  return {
    ...NONE,
    competent: '称职（律所：合格）',
    basically_competent: '基本称职',
    incompetent: '不称职（律所：不合格）',
  };
}

export const assessments: RecordSpec<AssessmentRow, AssessmentValues> = {
  slug: 'assessments',
  label: '年度考核',
  empty: '没有考核记录',
  endpoints: {
    show: recordEndpoints.showAssessment,
    create: recordEndpoints.createAssessment,
    update: recordEndpoints.updateAssessment,
    remove: recordEndpoints.removeAssessment,
  },
  fields: (about) => [
    { name: 'year', label: '年度', kind: 'text', inputMode: 'numeric', isRequired: true },
    { name: 'state', label: '考核状态', kind: 'choice', options: ASSESSMENT_STATES, isRequired: true },
    { name: 'result', label: '考核结果', kind: 'choice', options: resultsFor(about), hint: '考核完成后填写' },
    { name: 'filedOn', label: '归档日期', kind: 'date', hint: '结果归档后，会员才能自助开具考核结果证明' },
    { name: 'remark', label: '备注', kind: 'paragraph', max: MAX_RECORD_REMARK, isWide: true },
  ],
  initial: () => ({
    year: String(shanghaiYear(Date.now())),
    state: 'not_started',
    result: '',
    filedOn: '',
    remark: '',
  }),
  toValues: ({ year, state, result, filedOn, remark }) => ({
    year: String(year),
    state,
    remark,
    result: result ?? '',
    filedOn: filedOn ?? '',
  }),
  toInput: ({ result, filedOn, ...rest }) => ({ ...rest, result: result || null, filedOn: filedOn || null }),
  nameOf: ({ year }) => `${year}年度考核`,
  summary: (row) => (
    <>
      <strong className="figures">{row.year}年度</strong> <AssessmentTag state={row.state} /> {resultOf(row)}{' '}
      <span className="quiet figures">
        <WholeTimes words={[row.filedOn && `${row.filedOn} 归档`, row.remark].filter(Boolean).join(' · ')} />
      </span>
    </>
  ),
};
