import type { InboxEvent } from '../notifications/enums.ts';

/** What a member is told of, as it is chosen: each stands for several events. */
export const NOTICE_KINDS = {
  certificate: '证明申请和纸质证明',
  bulk: '批量申请',
  ticket: '工单、在线咨询的答复',
  activity: '活动报名、候补、变更和校外学时',
  reminder: '活动前一天的提醒、学时记入',
  profile: '信息补全、变更、年度核对和照片',
} as const;
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** Whom a kind concerns. */
export const NOTICE_KINDS_OF = {
  firm: ['certificate', 'bulk', 'ticket'],
  lawyer: ['certificate', 'ticket', 'activity', 'reminder', 'profile'],
} as const satisfies Record<'firm' | 'lawyer', readonly NoticeKind[]>;

/** Kinds of which WeChat has templates; of the others it tells nothing anyway. */
export const BY_WECHAT: readonly NoticeKind[] = ['certificate', 'ticket', 'activity', 'reminder'];

/** Event → kind; null: it cannot be turned off, because somebody else may have caused it. */
export const KIND_OF_EVENT: Readonly<Record<InboxEvent, NoticeKind | null>> = {
  approved: 'certificate',
  rejected: 'certificate',
  returned: 'certificate',
  lapsed: 'certificate',
  paper_ready: 'certificate',
  paper_mailed: 'certificate',
  paper_collected: 'certificate',
  paper_refunded: 'certificate',
  paper_lapsed: 'certificate',
  revoked: 'certificate',
  replaced: 'certificate',
  upheld: 'certificate',
  bulk_done: 'bulk',
  bulk_paper_ready: 'bulk',
  bulk_paper_refunded: 'bulk',
  bulk_paper_lapsed: 'bulk',
  correction_decided: 'ticket',
  chat_answered: 'ticket',
  ticket_answered: 'ticket',
  ticket_reminder: 'ticket',
  ticket_lapsed: 'ticket',
  photo_decided: 'profile',
  profile_decided: 'profile',
  profile_imported: 'profile',
  profile_changed: 'profile',
  campaign_reminder: 'profile',
  campaign_digest: 'profile',
  data_asked: null,
  data_ready: null,
  activity_signed_up: 'activity',
  activity_offered: 'activity',
  activity_changed: 'activity',
  activity_cancelled: 'activity',
  activity_ended: 'activity',
  activity_refunded: 'activity',
  activity_restricted: 'activity',
  activity_message: 'activity',
  activity_asked: 'activity',
  activity_reminder: 'reminder',
  activity_hours: 'reminder',
  hours_decided: 'activity',
};
