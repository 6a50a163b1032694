import type { TableColumnsType } from 'antd';
import { recordEndpoints, type AssessmentRow } from '../../../bff/contract/records/endpoints.ts';
import { ASSESSMENT_STATES, type AssessmentState } from '../../../bff/contract/records/enums.ts';
import { call } from '../../providers/call.ts';
import { AssessmentTag, resultOf } from './assessments.tsx';
import { YearlyRecordList } from './YearlyRecordList.tsx';

const columns: TableColumnsType<AssessmentRow> = [
  { title: '状态', key: 'state', render: (_, row) => <AssessmentTag state={row.state} /> },
  { title: '结果', key: 'result', render: (_, row) => resultOf(row) || '—' },
  { title: '归档日期', dataIndex: 'filedOn', className: 'figures', render: (value: string | null) => value ?? '—' },
];

/** 年度考核 of all members. */
export function AssessmentList() {
  return (
    <YearlyRecordList<AssessmentRow, AssessmentState>
      slug="assessments"
      title="年度考核"
      add="登记考核"
      empty="没有符合条件的考核记录"
      states={{ label: '考核状态', options: ASSESSMENT_STATES }}
      load={(query, signal) => call(recordEndpoints.listAssessments, { query }, signal)}
      columns={columns}
      tag={({ state }) => <AssessmentTag state={state} />}
      figures={(row) => [`${row.year}年度`, resultOf(row)].filter(Boolean).join(' · ')}
    />
  );
}
