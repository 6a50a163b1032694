import { SettingOutlined } from '@ant-design/icons';
import { settingsEndpoints } from '../../../bff/contract/settings/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 设置. */
export const settings: Resource = {
  pages: [page('settings', settingsEndpoints.showSettings, async () => (await import('./Edit.tsx')).SettingsEdit)],
  menu: [
    {
      group: 'system',
      to: pageUrl('settings'),
      label: '设置',
      icon: <SettingOutlined />,
      endpoint: settingsEndpoints.showSettings,
      waiting: ['settingsChanges'],
    },
  ],
};
