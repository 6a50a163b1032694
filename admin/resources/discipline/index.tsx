import { StopOutlined } from '@ant-design/icons';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 行业处分. */
export const discipline: Resource = {
  pages: [
    page('discipline', registryEndpoints.listDiscipline, async () => (await import('./List.tsx')).DisciplineList),
    page('disciplineNew', registryEndpoints.createDiscipline, async () => (await import('./New.tsx')).DisciplineNew),
    page('disciplineEdit', registryEndpoints.updateDiscipline, async () => (await import('./Edit.tsx')).DisciplineEdit),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('discipline'),
      label: '行业处分',
      icon: <StopOutlined />,
      endpoint: registryEndpoints.listDiscipline,
    },
  ],
  subjectParts: [subjectPart('sections', async () => (await import('./DisciplineOf.tsx')).DisciplineOf)],
};
