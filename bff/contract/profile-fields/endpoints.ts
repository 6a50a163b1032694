import { endpoint } from '../endpoint.ts';
import type { FieldSettingsReply } from './replies.ts';
import type { SaveFieldSettings } from './schemas.ts';

export type * from './replies.ts';

export const profileFieldEndpoints = {
  showProfileFields: endpoint<{ reply: FieldSettingsReply }>()({
    method: 'GET',
    path: '/staff/profile-fields',
    access: ['registrar'],
    summary: 'What the office has set of the fields of a profile: required, optional, not used, and their hints',
  }),
  saveProfileFields: endpoint<{ body: SaveFieldSettings; reply: FieldSettingsReply }>()({
    method: 'PUT',
    path: '/staff/profile-fields',
    access: ['administrator'],
    summary: 'Changes them; holds at once for form, view, print and import',
  }),
} as const;
