import { ACTIVITY_KINDS, REGISTRATION_STATES } from '../../contract/activities/enums.ts';
import { AUDIT_ACTIONS, AUDIT_OBJECTS } from '../../contract/audit/enums.ts';
import { CAMPAIGN_PROGRESS } from '../../contract/campaigns/enums.ts';
import { APPLICATION_STATES, CERTIFICATE_STANDINGS, ISSUE_STATES, PICKUPS } from '../../contract/certificates/enums.ts';
import type { ExportKey } from '../../contract/exports/enums.ts';
import { MESSAGE_STATES, MESSAGE_TEMPLATES } from '../../contract/notifications/enums.ts';
import { PAPER_STATES } from '../../contract/papers/enums.ts';
import { PROFILE } from '../../contract/profile/profile.ts';
import { PAYMENT_CHANNELS, PAYMENT_STATES, REFUND_STATES } from '../../contract/payments/enums.ts';
import { ASSESSMENT_STATES, DUES_STATES } from '../../contract/records/enums.ts';
import {
  DISCIPLINE_STATES,
  FIRM_KINDS,
  FIRM_STATUSES,
  LAWYER_CATEGORIES,
  LAWYER_STATUSES,
  SUBJECT_KINDS,
  LAWYER_NEEDS,
} from '../../contract/registry/enums.ts';
import { TICKET_CATEGORIES } from '../../contract/tickets/enums.ts';
import { APPROVAL_WAYS, DOUBTS, OUTCOMES, QUEUE_SCOPES, REVIEW_MODES, WAITED } from '../../contract/review/enums.ts';

/** Of what a ticket is; no key of it is one of a lawyer's. */
const TICKETS = Object.fromEntries(Object.entries(TICKET_CATEGORIES).map(([key, { label }]) => [key, label]));

/** Sections of a profile. */
const SECTIONS = Object.fromEntries(Object.entries(PROFILE).map(([key, { label }]) => [key, label]));

type Options = Readonly<Record<string, string>>;
/** What a filter is called, and what its keys mean. */
type Word = readonly [label: string, options?: Options];

const ORDER: Word = [
  '顺序',
  {
    newest: '最新在前',
    oldest: '最早在前',
    createdAt: '最早在前',
    '-createdAt': '最新在前',
    licenceNo: '证号从小到大',
    '-licenceNo': '证号从大到小',
    lawyerCount: '律师数从少到多',
    '-lawyerCount': '律师数从多到少',
    decidedOn: '决定日期从早到晚',
    '-decidedOn': '决定日期从晚到早',
    amountFen: '金额从小到大',
    '-amountFen': '金额从大到小',
  },
];
const SUBJECT: Word = ['会员类别', SUBJECT_KINDS];
const EVERYWHERE: Readonly<Record<string, Word>> = {
  search: ['关键词'],
  recipient: ['收件地址'],
  actor: ['人员'],
  from: ['日期起'],
  to: ['日期止'],
  year: ['年度'],
  type: ['证明类型'],
  firmId: ['律所编号'],
  firm: ['执业机构'],
  section: ['内容', SECTIONS],
  activityId: ['活动编号'],
  activity: ['活动编号'],
  campaign: ['活动编号'],
  applicantKind: SUBJECT,
  applicantId: ['申请人编号'],
  subjectId: ['对象编号'],
  objectId: ['对象编号'],
  order: ORDER,
  subjectKind: SUBJECT,
  pickup: ['领取方式', PICKUPS],
  channel: ['支付方式', PAYMENT_CHANNELS],
  refund: ['退款', REFUND_STATES],
  template: ['内容', MESSAGE_TEMPLATES],
  action: ['操作', AUDIT_ACTIONS],
  object: ['对象类别', AUDIT_OBJECTS],
  signIns: ['登录记录', { shown: '含', hidden: '不含' }],
  standing: ['证明状态', CERTIFICATE_STANDINGS],
  outcome: ['审核结果', OUTCOMES],
  mode: ['审核方式', REVIEW_MODES],
  issue: ['证明制作', ISSUE_STATES],
  changed: ['资格变动', { yes: '仅有变动' }],
  waited: ['等待时长', WAITED],
  scope: ['范围', QUEUE_SCOPES],
  needs: ['待办', LAWYER_NEEDS],
  doubts: ['核查结果', DOUBTS],
  way: ['处理方式', APPROVAL_WAYS],
  kind: ['机构类别', FIRM_KINDS],
  category: ['类别', { ...LAWYER_CATEGORIES, ...TICKETS }],
};
/** A state is one of another table in each list. */
const STATES: Partial<Record<ExportKey, Options>> = {
  applications: APPLICATION_STATES,
  firms: FIRM_STATUSES,
  lawyers: LAWYER_STATUSES,
  discipline: DISCIPLINE_STATES,
  papers: PAPER_STATES,
  dues: DUES_STATES,
  assessments: ASSESSMENT_STATES,
  payments: PAYMENT_STATES,
  messages: MESSAGE_STATES,
  registrations: REGISTRATION_STATES,
  'campaign-members': CAMPAIGN_PROGRESS,
};

/** Words that are others in one list than in all the rest. */
const OWN: Partial<Record<ExportKey, Readonly<Record<string, Word>>>> = {
  'activity-figures': { kind: ['活动类型', ACTIVITY_KINDS] },
};

/** The filters of an export as its list shows them: 状态：待审批，日期起：2026-01-01; '' without any. */
export function filterInWords(list: ExportKey, filter: Readonly<Record<string, unknown>>): string {
  return Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => {
      const [label, options] =
        name === 'state' || name === 'status'
          ? (['状态', STATES[list]] as const)
          : (OWN[list]?.[name] ?? EVERYWHERE[name] ?? [name]);
      return `${label}：${options?.[String(value)] ?? String(value)}`;
    })
    .join('，');
}
