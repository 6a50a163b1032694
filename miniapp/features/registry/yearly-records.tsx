import {
  ASSESSMENT_RESULTS,
  ASSESSMENT_STATES,
  DUES_STATES,
  FIRM_ASSESSMENT_RESULTS,
  type AssessmentResult,
} from '../../../bff/contract/records/enums.ts';
import { DISCIPLINE_KINDS, DISCIPLINE_STATES } from '../../../bff/contract/registry/enums.ts';
import type { OwnFile } from '../../../bff/contract/own-file/endpoints.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { wrongEntry } from '../../shell/wrong-entry.ts';
import { span } from './span.ts';
import { RecordList } from './record-list.tsx';

const FIRM_RESULTS: Partial<Record<AssessmentResult, string>> = FIRM_ASSESSMENT_RESULTS;

/** What both kinds of member have: assessments, dues, discipline. */
export function YearlyRecords({ file }: { file: OwnFile }) {
  const wrong = wrongEntry(file.kind);
  const resultOf = (result: AssessmentResult | null) =>
    result === null ? '—' : (file.kind === 'firm' && FIRM_RESULTS[result]) || ASSESSMENT_RESULTS[result];
  return (
    <>
      <RecordList
        title="年度考核"
        wrong={wrong('assessments')}
        none="没有年度考核记录。"
        rows={file.assessments}
        columns={[
          { key: 'year', label: '年度', render: ({ year }) => `${year} 年度` },
          { key: 'state', label: '状态', render: ({ state }) => ASSESSMENT_STATES[state] },
          { key: 'result', label: '考核结果', render: ({ result }) => resultOf(result) },
          { key: 'filedOn', label: '归档日期', render: ({ filedOn }) => filedOn ?? '—' },
        ]}
      />
      <RecordList
        title="会员会费"
        wrong={wrong('dues')}
        none="没有会费记录。"
        rows={file.dues}
        columns={[
          { key: 'year', label: '年度', render: ({ year }) => `${year} 年度` },
          { key: 'due', label: '应缴', render: ({ dueFen }) => `${toYuan(dueFen)} 元` },
          { key: 'paid', label: '已缴', render: ({ paidFen }) => `${toYuan(paidFen)} 元` },
          { key: 'state', label: '状态', render: ({ state }) => DUES_STATES[state] },
          { key: 'settledOn', label: '缴清日期', render: ({ settledOn }) => settledOn ?? '—' },
        ]}
      />
      <RecordList
        title="行业处分"
        wrong={wrong('discipline')}
        none="没有行业处分记录。"
        rows={file.discipline}
        columns={[
          { key: 'kind', label: '处分种类', render: ({ kind }) => DISCIPLINE_KINDS[kind] },
          { key: 'state', label: '状态', render: ({ state }) => DISCIPLINE_STATES[state] },
          { key: 'documentNo', label: '文号', render: ({ documentNo }) => documentNo || '—' },
          { key: 'decidedOn', label: '决定日期', render: ({ decidedOn }) => decidedOn ?? '—' },
          {
            key: 'effective',
            label: '效力期间',
            render: ({ effectiveFromOn, effectiveUntilOn }) => span(effectiveFromOn, effectiveUntilOn, '长期'),
          },
        ]}
      />
    </>
  );
}
