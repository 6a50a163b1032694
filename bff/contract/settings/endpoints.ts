import { endpoint } from '../endpoint.ts';
import type { OfficeSettings } from './schemas.ts';
import type { ChangeRow } from '../two-person/endpoints.ts';

/** What every client may know before anybody signs in. */
export interface PublicSettings {
  association: string;
  associationEnglish: string;
  /** Telephone for basic data and for discipline records (certificates.md, step 4). */
  registryPhone: string;
  disciplinePhone: string;
  officeAddress: string;
  officeHours: string;
  /** 用途 that members may choose from. */
  purposes: string[];
  /** What a paper copy and the postage of an order cost, in fen; 0: free. */
  copyFeeFen: number;
  postageFen: number;
  /** Members can pay by WeChat; otherwise only at the counter. */
  paysOnline: boolean;
  /** What the mini-program asks a member to allow before telling by WeChat. */
  subscribeTemplates: string[];
  /** There is a mini-program that pages can lead into. */
  hasMiniProgram: boolean;
  /** Codes can be sent to telephones. */
  hasSms: boolean;
  /** The installation signs with a test certificate. */
  isTest: boolean;
}

export const settingsEndpoints = {
  showPublicSettings: endpoint<{ reply: PublicSettings }>()({
    method: 'GET',
    path: '/settings/public',
    access: 'public',
    summary: 'Association name, telephone numbers, test label',
  }),
  showSettings: endpoint<{ reply: OfficeSettings }>()({
    method: 'GET',
    path: '/staff/settings',
    access: ['administrator'],
    summary: 'Settings',
  }),
  updateSettings: endpoint<{ body: OfficeSettings; reply: OfficeSettings & { waiting: ChangeRow | null } }>()({
    method: 'PUT',
    path: '/staff/settings',
    access: ['administrator'],
    summary: 'Changes settings',
  }),
} as const;
