import { PrinterOutlined } from '@ant-design/icons';
import { paperEndpoints } from '../../../bff/contract/papers/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 纸质证明. */
export const papers: Resource = {
  pages: [
    page('papers', paperEndpoints.listPapers, async () => (await import('./List.tsx')).PaperList),
    page('paper', paperEndpoints.showPaper, async () => (await import('./Show.tsx')).PaperShow),
  ],
  subjectParts: [subjectPart('sections', async () => (await import('./PapersOf.tsx')).PapersOf)],
  menu: [
    {
      group: 'certificates',
      to: pageUrl('papers'),
      label: '纸质证明',
      icon: <PrinterOutlined />,
      endpoint: paperEndpoints.listPapers,
      waiting: ['papers'],
    },
  ],
};
