import { FormOutlined } from '@ant-design/icons';
import { correctionEndpoints } from '../../../bff/contract/corrections/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 更正申请: what members say is wrong in the registry. */
export const corrections: Resource = {
  pages: [
    page('corrections', correctionEndpoints.listCorrections, async () => (await import('./List.tsx')).CorrectionList),
    page('correction', correctionEndpoints.showCorrection, async () => (await import('./Show.tsx')).CorrectionShow),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('corrections', { state: 'open' }),
      label: '更正申请',
      icon: <FormOutlined />,
      endpoint: correctionEndpoints.listCorrections,
      waiting: ['corrections'],
    },
  ],
  subjectParts: [subjectPart('notices', async () => (await import('./OpenCorrections.tsx')).OpenCorrections)],
};
