import type { RegistrationEvent } from '../activities/enums.ts';
import type { ClaimEvent } from '../external-hours/enums.ts';
import { PAPER_EVENTS } from '../papers/enums.ts';
import type { ProfileEvent } from '../profile/enums.ts';
import type { TicketEvent } from '../tickets/enums.ts';

/** What a member sees in an application's timeline. */
export const TIMELINE_EVENTS = {
  submitted: '提交申请',
  auto_approved: '系统审核通过',
  referred: '转人工审核',
  approved: '审核通过',
  rejected: '审核驳回',
  returned: '退回补正',
  completed: '补正后重新提交',
  lapsed: '逾期未补正，已关闭',
  withdrawn: '撤回申请',
  issued: '证明已出具',
  mailed: '已发送至邮箱',
  mail_refused: '邮件未发送',
  revoked: '证明已撤销',
  replaced: '证明已被替换',
  upheld: '经复核仍属实',
  reissued: '更正后重新出具',
  ...PAPER_EVENTS,
} as const;
export type TimelineEvent = keyof typeof TIMELINE_EVENTS;

/** What staff see besides: how a reviewer read the letter and settled what was in doubt is no line of the member's. */
export const STAFF_TIMELINE_EVENTS = { ...TIMELINE_EVENTS, letter_read: '已阅证明', overruled: '核实存疑项' } as const;

/** Kind of subject → what may stand in its timeline. Whoever keeps a timeline of something adds a line. */
export interface Timelines {
  application: TimelineEvent;
  profile: ProfileEvent;
  ticket: TicketEvent;
  registration: RegistrationEvent;
  hours_claim: ClaimEvent;
}
