import type { PublicSettings, SettingsReply, SettingsSaved } from './replies.ts';
import { endpoint } from '../endpoint.ts';
import type { OfficeSettings } from './schemas.ts';

export type * from './replies.ts';

export const settingsEndpoints = {
  showPublicSettings: endpoint<{ reply: PublicSettings }>()({
    method: 'GET',
    path: '/settings/public',
    access: 'public',
    summary: 'Association name, telephone numbers, test label',
  }),
  showSettings: endpoint<{ reply: SettingsReply }>()({
    method: 'GET',
    path: '/staff/settings',
    access: ['administrator'],
    summary: 'Settings',
  }),
  updateSettings: endpoint<{ body: OfficeSettings; reply: SettingsSaved }>()({
    method: 'PUT',
    path: '/staff/settings',
    access: ['administrator'],
    summary: 'Changes settings',
  }),
} as const;
