import type { WaitingKey } from '../../../bff/contract/operations/enums.ts';
import { pageUrl, REVIEW_DESK } from '../../addresses.ts';

interface TaskPages {
  /** Where it is worked on. */
  all: string;
  /** The list with the oldest first; absent: no list says which that is. */
  oldest?: string;
  /** Of that list, what has waited for longer than it may. */
  overdue?: string;
  /** What of it is one's own, and how that is called: beside the whole, and where it stands alone. */
  mine?: { to: string; label: string; alone: string };
}

/** Where each thing that waits is worked on, in the order of the day. */
export const TASK_PAGES: Record<WaitingKey, TaskPages> = {
  applications: {
    all: REVIEW_DESK,
    oldest: REVIEW_DESK,
    overdue: pageUrl('applications', { state: 'pending', order: 'oldest', waited: 'overdue' }),
    mine: {
      to: pageUrl('applications', { state: 'pending', order: 'oldest', scope: 'mine' }),
      label: '我打开过',
      alone: '我打开过、待审批的申请',
    },
  },
  matters: {
    all: pageUrl('matters', { state: 'open' }),
    oldest: pageUrl('matters', { state: 'open' }),
    overdue: pageUrl('matters', { state: 'open', waited: 'overdue' }),
  },
  papers: {
    all: pageUrl('papers'),
    overdue: pageUrl('papers', { state: 'all', waited: 'overdue', order: 'oldest' }),
  },
  activationRequests: { all: pageUrl('activations', { kind: 'lawyer', state: 'requested' }) },
  heldAccounts: { all: pageUrl('heldAccounts') },
  contactChanges: { all: pageUrl('contactChanges') },
  memberChanges: { all: pageUrl('memberChanges') },
  openCases: { all: pageUrl('discipline', { state: 'open' }) },
  unverified: { all: pageUrl('lawyers', { needs: 'identity' }) },
  pendingLawyers: { all: pageUrl('lawyers', { needs: 'change' }) },
  pendingFirms: { all: pageUrl('firms', { needs: 'change' }) },
  photos: {
    all: pageUrl('photos', { state: 'pending' }),
    oldest: pageUrl('photos', { state: 'pending' }),
    overdue: pageUrl('photos', { state: 'pending', waited: 'overdue' }),
  },
  profiles: {
    all: pageUrl('profiles', { state: 'waiting' }),
    oldest: pageUrl('profiles', { state: 'waiting' }),
    overdue: pageUrl('profiles', { state: 'waiting', waited: 'overdue' }),
  },
  profileChanges: {
    all: pageUrl('profileChanges', { state: 'waiting' }),
    oldest: pageUrl('profileChanges', { state: 'waiting' }),
    overdue: pageUrl('profileChanges', { state: 'waiting', waited: 'overdue' }),
  },
  tickets: {
    all: pageUrl('tickets', { scope: 'ours' }),
    oldest: pageUrl('tickets', { scope: 'ours', order: 'oldest' }),
    overdue: pageUrl('tickets', { scope: 'overdue' }),
    mine: { to: pageUrl('tickets', { scope: 'mine' }), label: '我的', alone: '我的工单' },
  },
  chats: {
    all: pageUrl('chat'),
    oldest: pageUrl('chat'),
    mine: { to: pageUrl('chat'), label: '我的对话', alone: '我的对话' },
  },
  activities: {
    all: pageUrl('activities', { phase: 'pending' }),
    mine: { to: pageUrl('activities', { phase: 'draft', scope: 'mine' }), label: '我的草稿', alone: '我的活动草稿' },
  },
  registrations: { all: pageUrl('activities', { scope: 'applied' }) },
  changedStatuses: { all: pageUrl('activities', { scope: 'changed' }) },
  hoursClaims: {
    all: pageUrl('hoursClaims', { state: 'waiting' }),
    oldest: pageUrl('hoursClaims', { state: 'waiting' }),
    overdue: pageUrl('hoursClaims', { state: 'waiting', waited: 'overdue' }),
  },
  receipts: {
    all: pageUrl('papers', { state: 'awaiting_payment' }),
    oldest: pageUrl('papers', { state: 'awaiting_payment' }),
  },
  refunds: {
    all: pageUrl('payments', { refund: 'awaiting_approval' }),
    oldest: pageUrl('payments', { refund: 'awaiting_approval', order: 'createdAt' }),
    overdue: pageUrl('payments', { refund: 'awaiting_approval', waited: 'overdue' }),
  },
  activityRefunds: { all: pageUrl('activityRefunds') },
  differences: {
    all: pageUrl('differences'),
    oldest: pageUrl('differences'),
    overdue: pageUrl('differences', { waited: 'overdue' }),
  },
  jobs: { all: pageUrl('jobs') },
  staffChanges: { all: pageUrl('staff') },
  settingsChanges: { all: pageUrl('settings') },
  typeChanges: { all: pageUrl('types') },
  holidays: { all: pageUrl('officeHours') },
};
