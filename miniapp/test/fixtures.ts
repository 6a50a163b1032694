import type { SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import type {
  ApplicationDetail,
  CertificateTypeReply,
  OwnApplicationRow,
} from '../../bff/contract/certificates/endpoints.ts';
import type { HoursState, OfficeHoursNow } from '../../bff/contract/office-hours/replies.ts';
import type { PublicSettings } from '../../bff/contract/settings/endpoints.ts';
import type { OwnLawyer } from '../../bff/contract/registry/endpoints.ts';
import type { KnownForm, KnownReceipt, PublicCertificate } from '../../bff/contract/verification/endpoints.ts';

export const OFFICE: PublicSettings = {
  association: '江海市律师协会',
  associationEnglish: 'Jianghai Lawyers Association',
  registryPhone: '0700-88886601',
  disciplinePhone: '0700-88886602',
  officeAddress: '文华区1号',
  officeMapPoint: '',
  officeHours: '工作日 9:00–11:30',
  icpNumber: '',
  policeNumber: '',
  purposes: ['投标', '银行开户', '诉讼、仲裁'],
  copyFeeFen: 0,
  postageFen: 0,
  paperPaymentDays: 7,
  paysOnline: true,
  subscribeTemplates: [],
  answerTemplates: [],
  activityTemplates: [],
  hasMiniProgram: false,
  memberCentre: null,
  hasSms: true,
  isTest: true,
};
const CLOSED: HoursState = {
  words: '工作日 9:00–11:30，13:00–18:00',
  isOpen: false,
  changesAt: '2099-10-08T01:00:00.000Z',
  opensWords: '10月8日 9:00',
  closedFor: '国庆假期',
};
export const HOURS: OfficeHoursNow = {
  service: CLOSED,
  telephone: CLOSED,
  tickets: CLOSED,
  supplierPhone: '',
  supplierHours: '',
  supplierWebsite: '',
};
export const FIRM_SESSION: SessionReply = {
  account: { id: 7, kind: 'firm', name: '江海清鸣律师事务所', licenceNo: '24499201110000002', firmKind: 'law_firm' },
  mustChangePassword: false,
  lastSignedInAt: null,
};
export const LAWYER_SESSION: SessionReply = {
  account: { id: 8, kind: 'lawyer', name: '林知远', licenceNo: '14499201210100001', category: 'practising' },
  mustChangePassword: false,
  lastSignedInAt: null,
};
export const SOME_LAWYERS: CertificateTypeReply = {
  code: 'firm-some-lawyers-clean',
  label: '律所+部分律师无行业处分',
  group: 'firm',
  reviewMode: 'automatic',
  asks: ['lawyers', 'since'],
  unmet: [],
  notice: ['自取无需填写地址。'],
};
export const FREE_TEXT: CertificateTypeReply = {
  code: 'firm-other',
  label: '律所其他类电子证明',
  group: 'other',
  reviewMode: 'manual',
  asks: ['freeText'],
  unmet: [],
  notice: [],
};

export function lawyers(count: number): OwnLawyer[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: index === 2 ? '王芳' : `律师${String(index + 1).padStart(3, '0')}`,
    pinyin: index === 2 ? 'wang fang' : `lv shi ${String(index + 1).padStart(3, '0')}`,
    licenceNo: `144992012101${String(index).padStart(5, '0')}`,
    category: 'practising',
    status: 'active',
  }));
}

export function application(patch: Partial<ApplicationDetail> = {}): ApplicationDetail {
  return {
    id: 41,
    number: '2611220041',
    typeCode: SOME_LAWYERS.code,
    typeLabel: SOME_LAWYERS.label,
    applicantName: '江海清鸣律师事务所',
    email: 'office@example.com',
    submittedAt: '2026-11-22T01:00:00.000Z',
    decidedAt: null,
    state: 'pending',
    outcome: null,
    standing: null,
    can: { withdraw: true, download: false, mail: false, share: false, complete: false },
    returned: null,
    wait: null,
    reviewMode: 'manual',
    since: '2026-01-01',
    sinceFirstPractice: false,
    purpose: '',
    freeText: '',
    remark: '',
    paper: null,
    year: null,
    country: '',
    latinName: '',
    hasConsent: false,
    attachments: [],
    lawyers: [],
    opinion: '',
    findings: [],
    timeline: [],
    issueState: null,
    certificate: null,
    ...patch,
  };
}

/** The same as a row of 我的证明. */
export function ownRow(patch: Partial<OwnApplicationRow> = {}): OwnApplicationRow {
  const { id, number, typeCode, typeLabel, applicantName, email, submittedAt, decidedAt, state, outcome } =
    application();
  const row = { id, number, typeCode, typeLabel, applicantName, email, submittedAt, decidedAt, state, outcome };
  const can = { withdraw: true, download: false, mail: false };
  return { ...row, standing: null, can, purpose: '', lawyerNames: [], lawyerCount: 0, ...patch };
}

export const CERTIFICATE: PublicCertificate = {
  number: '2611220041',
  typeLabel: '律师个人无行业处分',
  association: '江海市律师协会',
  issuedAt: '2026-11-22T01:00:00.000Z',
  issuedOn: '2026-11-22',
  title: '证明',
  applicantPurpose: null,
  paragraphs: ['林知远未受到本会任何行业处分。'],
  table: null,
  english: null,
  roster: null,
  sha256: 'a'.repeat(64),
  pages: 1,
  signer: '江海市律师协会（测试）',
  isTest: true,
};
export const FORM_REPLY: KnownForm = {
  answer: 'form',
  isSuperseded: false,
  checkedAt: '2026-11-29T04:05:06.000Z',
  form: {
    number: 'DJ2611290001',
    association: '江海市律师协会',
    name: '林知远',
    licenceNo: '14499201210100001',
    firm: '江海衡则律师事务所',
    approvedOn: '2026-11-29',
    copy: '登记表',
    issuedAt: '2026-11-29T02:06:00.000Z',
    issuedOn: '2026-11-29',
    sha256: 'c'.repeat(64),
    signer: '江海市律师协会（测试）',
    isTest: true,
  },
};
export const RECEIPT_REPLY: KnownReceipt = {
  answer: 'receipt',
  refundedFen: 0,
  checkedAt: '2026-11-28T04:05:06.000Z',
  receipt: {
    number: 'SJ2611220001',
    association: '江海市律师协会',
    payer: '江海衡则律师事务所',
    about: { label: '证明编号', value: '2611220001' },
    lines: [{ what: '纸质证明工本费 3.50 元 × 2 份', amountFen: 700 }],
    amountFen: 700,
    refundedFen: 0,
    paidAt: '2026-11-22T02:05:08.000Z',
    orderNo: '20261122000102030405060708090a0b',
    transactionNo: '4200001234202611220123456789',
    issuedAt: '2026-11-22T02:06:00.000Z',
    issuedOn: '2026-11-22',
    sha256: 'b'.repeat(64),
    signer: '江海市律师协会（测试）',
    isTest: true,
  },
};
