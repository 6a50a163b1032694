import { endpoint } from '../endpoint.ts';
import type { OwnRegistrationForm } from './replies.ts';
import type { ReadForm } from './schemas.ts';

export type * from './replies.ts';

export const registrationFormEndpoints = {
  showOwnRegistrationForm: endpoint<{ reply: OwnRegistrationForm }>()({
    method: 'GET',
    path: '/me/registration-form',
    access: 'member',
    summary: 'Whether the lawyer has a 《律师基本信息登记表》 to print; a firm has none',
  }),
  readOwnRegistrationForm: endpoint<{ query: ReadForm; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/registration-form/file',
    access: 'member',
    summary:
      'The signed form of what was approved last; family and identity number on the own copy alone, where asked for',
    replies: 'pdf',
  }),
} as const;
