import { FileDoneOutlined, FileSearchOutlined } from '@ant-design/icons';
import { certificateEndpoints } from '../../../bff/contract/certificates/endpoints.ts';
import { reviewEndpoints } from '../../../bff/contract/review/endpoints.ts';
import { pageUrl, REVIEW_DESK } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 证明审核, and everything that was ever applied for. */
export const applications: Resource = {
  pages: [
    page('applications', certificateEndpoints.listQueue, async () => (await import('./List.tsx')).ApplicationList),
    page(
      'application',
      certificateEndpoints.showStaffApplication,
      async () => (await import('./Show.tsx')).ApplicationShow,
    ),
    page('reading', reviewEndpoints.openReading, async () => (await import('./reading/ReadingSet.tsx')).ReadingSet),
    page('opinions', reviewEndpoints.updateOpinions, async () => (await import('./review/Opinions.tsx')).OpinionsEdit),
  ],
  menu: [
    {
      group: 'certificates',
      to: REVIEW_DESK,
      label: '证明审核',
      icon: <FileSearchOutlined />,
      endpoint: certificateEndpoints.listQueue,
      waiting: ['applications'],
    },
    {
      group: 'certificates',
      to: pageUrl('applications'),
      label: '证明管理',
      icon: <FileDoneOutlined />,
      endpoint: certificateEndpoints.listQueue,
    },
  ],
  homeParts: [homePart(['reviewer'], async () => (await import('./Oldest.tsx')).OldestApplications)],
  subjectParts: [subjectPart('sections', async () => (await import('./ApplicationsOf.tsx')).ApplicationsOf)],
};
