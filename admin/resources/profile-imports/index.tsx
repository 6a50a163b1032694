import { FolderAddOutlined } from '@ant-design/icons';
import { profileImportEndpoints } from '../../../bff/contract/profile-imports/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 导入个人档案: what another system has approved. */
export const profileImports: Resource = {
  pages: [
    page(
      'profileImports',
      profileImportEndpoints.listProfileImports,
      async () => (await import('./List.tsx')).ProfileImportList,
    ),
    page(
      'profileImport',
      profileImportEndpoints.showProfileImport,
      async () => (await import('./Show.tsx')).ProfileImportShow,
    ),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('profileImports'),
      label: '导入个人档案',
      icon: <FolderAddOutlined />,
      endpoint: profileImportEndpoints.listProfileImports,
    },
  ],
};
