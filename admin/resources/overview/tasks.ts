import type { WaitingKey } from '../../../bff/contract/operations/enums.ts';
import { pageUrl, REVIEW_DESK } from '../../addresses.ts';

/** Where each thing that waits is worked on, in the order of the day. */
export const TASK_PAGES: Record<WaitingKey, string> = {
  applications: REVIEW_DESK,
  matters: pageUrl('matters', { state: 'open' }),
  papers: pageUrl('papers'),
  activationRequests: pageUrl('activations', { kind: 'lawyer', state: 'requested' }),
  heldAccounts: pageUrl('heldAccounts'),
  contactChanges: pageUrl('contactChanges'),
  memberChanges: pageUrl('memberChanges'),
  photos: pageUrl('photos', { state: 'pending' }),
  profiles: pageUrl('profiles', { state: 'waiting' }),
  profileChanges: pageUrl('profileChanges', { state: 'waiting' }),
  tickets: pageUrl('tickets'),
  chats: pageUrl('chat'),
  activities: pageUrl('activities', { phase: 'pending' }),
  registrations: pageUrl('activities'),
  refunds: pageUrl('payments', { refund: 'awaiting_approval' }),
  activityRefunds: pageUrl('activityRefunds'),
  differences: pageUrl('differences'),
  jobs: pageUrl('jobs'),
  staffChanges: pageUrl('staff'),
  settingsChanges: pageUrl('settings'),
  typeChanges: pageUrl('types'),
  holidays: pageUrl('officeHours'),
};
