import { QuestionCircleOutlined } from '@ant-design/icons';
import { faqEndpoints } from '../../../bff/contract/faq/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 常见问题. */
export const faq: Resource = {
  pages: [page('faq', faqEndpoints.listFaqEntries, async () => (await import('./List.tsx')).FaqList)],
  menu: [
    {
      group: 'services',
      to: pageUrl('faq'),
      label: '常见问题',
      icon: <QuestionCircleOutlined />,
      endpoint: faqEndpoints.listFaqEntries,
    },
  ],
};
