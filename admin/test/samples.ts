import type { ChangeRow } from '../../bff/contract/two-person/endpoints.ts';
import type { SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import type { QueueRow, StaffApplicationDetail } from '../../bff/contract/certificates/endpoints.ts';
import type { LawyerRecords } from '../../bff/contract/records/endpoints.ts';
import type { FirmDetail, LawyerDetail } from '../../bff/contract/registry/endpoints.ts';
import type { StaffTypeDetail } from '../../bff/contract/certificate-types/endpoints.ts';
import type { Page } from '../../bff/contract/endpoint.ts';
import type { Role } from '../../bff/contract/accounts/enums.ts';

/** Records of an invented association; every sample may be varied. */

export const sessionOf = (...roles: Role[]): SessionReply => ({
  account: { id: 1, kind: 'staff', name: '陆明章', roles },
  mustChangePassword: false,
  lastSignedInAt: '2026-11-20T01:00:00.000Z',
});

export const pageOf = <Item>(items: Item[], next: string | null = null): Page<Item> => ({
  items,
  next,
  total: items.length,
  totalIsCapped: false,
});

export const queueRow = (row: Partial<QueueRow>): QueueRow => ({
  id: 7,
  number: '2611220007',
  typeCode: 'firm-clean',
  typeLabel: '律所无行业处分',
  applicantName: '江海鼎禾律师事务所',
  email: 'office@example.com',
  submittedAt: '2026-11-22T05:46:00.000Z',
  decidedAt: null,
  state: 'pending',
  outcome: null,
  standing: null,
  can: { withdraw: false, download: false, mail: false },
  applicantKind: 'firm',
  reviewMode: 'manual',
  doubts: 0,
  contradictions: 0,
  way: 'batch',
  unchecked: [],
  ageMinutes: 3,
  isOverdue: false,
  issueState: null,
  contentSeen: 'c'.repeat(24),
  ...row,
});

export const application = (detail: Partial<StaffApplicationDetail>): StaffApplicationDetail => ({
  ...queueRow({}),
  since: '2021-01-01',
  sinceFirstPractice: false,
  year: null,
  country: '' as const,
  latinName: '',
  hasConsent: false,
  attachments: [],
  purpose: '参加政府采购投标',
  freeText: '',
  remark: '',
  paper: null,
  lawyers: [],
  doubtsSeen: 'as-shown',
  opinion: '',
  findings: [
    {
      rule: 'no_discipline',
      result: 'doubtful',
      subjectKind: 'firm',
      subject: '江海鼎禾律师事务所',
      datum: '有1项已生效的处分：警告',
      source: '江律纪字〔2025〕第12号',
      readAt: '2026-11-22T05:46:00.000Z',
    },
    {
      rule: 'member_active',
      result: 'holds',
      subjectKind: 'firm',
      subject: '江海鼎禾律师事务所',
      datum: '状态：正常',
      source: '会员登记',
      readAt: '2026-11-22T05:46:00.000Z',
    },
  ],
  timeline: [{ event: 'submitted', at: '2026-11-22T05:46:00.000Z', by: '江海鼎禾律师事务所', note: '' }],
  issueState: null,
  certificate: null,
  applicantKind: 'firm',
  applicantId: 3,
  decidedBy: '',
  nextPendingId: 8,
  wording: null,
  permits: { approve: true, reject: true, return: true, retryIssue: false, revoke: false, replace: false },
  hasFreeText: false,
  openMatters: 0,
  can: { withdraw: false, download: false, mail: false, share: false, complete: false },
  returned: null,
  wait: null,
  ...detail,
});

export const firm = (detail: Partial<FirmDetail>): FirmDetail => ({
  id: 3,
  name: '江海鼎禾律师事务所',
  kind: 'law_firm',
  licenceNo: '24499200610000003',
  uscc: '31449901MD0001115P',
  status: 'active',
  lawyerCount: 12,
  address: '江海市文华区书院街30号6层',
  approvedOn: '2006-11-27',
  cancelledOn: null,
  personInCharge: '吴文',
  phone: '07006880039',
  email: 'dinghe@example.com',
  englishName: '',
  englishNameConfirmedOn: null,
  pendingChange: '',
  formerNames: [],
  version: 4,
  ...detail,
});

export const lawyer = (detail: Partial<LawyerDetail>): LawyerDetail => ({
  id: 2,
  name: '沈若溪',
  licenceNo: '14499201511100034',
  category: 'practising',
  status: 'active',
  firmId: 3,
  firmName: '江海清鸣律师事务所',
  sex: 'female',
  identityKind: 'resident',
  identityMasked: '449***********0043',
  identityMatchedOn: '2026-01-12',
  firstPractisedOn: '2015-09-10',
  joinedOn: '2015-09-10',
  cancelledOn: null,
  latinName: '',
  latinNameConfirmedOn: null,
  phone: '',
  email: '',
  pendingChange: '',
  periods: [],
  warnings: [],
  version: 1,
  ...detail,
});

export const noLawyerRecords: LawyerRecords = { assessments: [], dues: [], appointments: [], hours: [], periods: [] };

/** What another administrator asked for. */
export const aChange: ChangeRow = {
  id: 3,
  kind: 'staff_created',
  state: 'waiting',
  target: '顾清和（cashier）',
  before: '无此账号',
  after: '财务',
  requestedBy: '陆明章',
  requestedAt: '2026-11-22T01:00:00.000Z',
  expiresAt: '2026-11-25T01:00:00.000Z',
  decidedBy: '',
  decidedAt: null,
  reason: '',
  typeId: null,
  can: { confirm: true, decline: true, withdraw: false },
};

export const aType = (more: Partial<StaffTypeDetail> = {}): StaffTypeDetail => ({
  id: 4,
  code: 'firm-clean',
  label: '律所无行业处分',
  group: 'firm',
  audience: 'firm',
  reviewMode: 'automatic',
  ruleSet: 'firm-clean',
  lawyerScope: 'none',
  position: 1,
  isRetired: false,
  validityMonths: null,
  wordingVersion: 2,
  faults: [],
  asks: ['since'],
  eligibility: null,
  notice: '带 * 的为必填项。',
  version: 5,
  isDraft: false,
  waiting: null,
  situations: ['typical', 'bare'],
  ...more,
});
