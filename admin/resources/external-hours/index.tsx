import { ReadOutlined } from '@ant-design/icons';
import { externalHoursEndpoints } from '../../../bff/contract/external-hours/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 校外学时: what lawyers claim, to be decided. */
export const externalHours: Resource = {
  pages: [
    page('hoursClaims', externalHoursEndpoints.listHoursClaims, async () => (await import('./List.tsx')).ClaimList),
    page('hoursClaim', externalHoursEndpoints.showHoursClaim, async () => (await import('./Show.tsx')).ClaimShow),
  ],
  homeParts: [homePart(['events'], async () => (await import('./Oldest.tsx')).OldestClaims, 'below')],
  subjectParts: [subjectPart('sections', async () => (await import('./ClaimsOf.tsx')).ClaimsOf)],
  menu: [
    {
      group: 'services',
      to: pageUrl('hoursClaims', { state: 'waiting' }),
      label: '校外学时',
      icon: <ReadOutlined />,
      endpoint: externalHoursEndpoints.listHoursClaims,
      waiting: ['hoursClaims'],
    },
  ],
};
