import { FormOutlined } from '@ant-design/icons';
import { profileFieldEndpoints } from '../../../bff/contract/profile-fields/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 档案字段: which fields of 信息补全 are filled in, and what is said below them. */
export const profileFields: Resource = {
  pages: [
    page(
      'profileFields',
      profileFieldEndpoints.saveProfileFields,
      async () => (await import('./Edit.tsx')).ProfileFieldsEdit,
    ),
  ],
  menu: [
    {
      group: 'system',
      to: pageUrl('profileFields'),
      label: '档案字段',
      icon: <FormOutlined />,
      endpoint: profileFieldEndpoints.saveProfileFields,
    },
  ],
};
