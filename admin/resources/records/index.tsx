import { CalendarOutlined, WalletOutlined } from '@ant-design/icons';
import { recordEndpoints } from '../../../bff/contract/records/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** What is kept about members year by year. */
export const records: Resource = {
  pages: [
    page(
      'assessments',
      recordEndpoints.listAssessments,
      async () => (await import('./AssessmentList.tsx')).AssessmentList,
    ),
    page('dues', recordEndpoints.listDues, async () => (await import('./DuesList.tsx')).DuesList),
    // One pair of pages for every kind of record: all are written by the same role.
    page('recordNew', recordEndpoints.createAssessment, async () => (await import('./New.tsx')).RecordNew),
    page('recordEdit', recordEndpoints.updateAssessment, async () => (await import('./Edit.tsx')).RecordEdit),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('assessments'),
      label: '年度考核',
      icon: <CalendarOutlined />,
      endpoint: recordEndpoints.listAssessments,
    },
    {
      group: 'finance',
      to: pageUrl('dues'),
      label: '会费',
      icon: <WalletOutlined />,
      endpoint: recordEndpoints.listDues,
    },
  ],
  homeParts: [homePart(['finance'], async () => (await import('./UnpaidDues.tsx')).UnpaidDues, 'below')],
  subjectParts: [subjectPart('sections', async () => (await import('./RecordsOf.tsx')).RecordsOf)],
};
