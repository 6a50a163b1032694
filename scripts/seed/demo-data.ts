import type {
  DisciplineKind,
  DisciplineState,
  FirmKind,
  FirmStatus,
  LawyerCategory,
  LawyerStatus,
} from '../../bff/contract/registry/enums.ts';
import { personAt } from './names.ts';
import { firmLicenceNo, lawyerLicenceNo, residentIdentity, unifiedSocialCreditCode } from './numbers.ts';

/** The demo association: invented firms and lawyers, always the same. */

export interface DemoFirm {
  key: string;
  name: string;
  englishName: string;
  englishNameConfirmedOn: string | null;
  kind: FirmKind;
  status: FirmStatus;
  cancelledOn: string | null;
  licenceNo: string;
  uscc: string;
  address: string;
  approvedOn: string;
  personInCharge: string;
  phone: string;
  email: string;
  pendingChange: string;
  formerNames: { name: string; untilOn: string }[];
}
export interface DemoLawyer {
  name: string;
  sex: 'male' | 'female';
  category: LawyerCategory;
  status: LawyerStatus;
  cancelledOn: string | null;
  latinName: string;
  latinNameConfirmedOn: string | null;
  licenceNo: string;
  identityNumber: string;
  identityMatchedOn: string | null;
  firm: string;
  joinedOn: string;
  firstPractisedOn: string;
  phone: string;
  email: string;
  pendingChange: string;
  /** The earliest first; the last one is where he or she is now. */
  periods: { firm: string | null; outsideFirmName: string; fromOn: string; untilOn: string | null }[];
}
export interface DemoDiscipline {
  subject: { firm: string } | { lawyer: string };
  kind: DisciplineKind;
  state: DisciplineState;
  documentNo: string;
  decidedOn: string | null;
  effectiveFromOn: string | null;
  effectiveUntilOn: string | null;
  remark: string;
}

/** The last day on which those who are not active any more practised, and the day they ended. */
const [LAST_DAY, ENDED_ON] = ['2026-03-31', '2026-04-01'];

let firmSerial = 0;
function firm(key: string, name: string, approvedOn: string, more: Partial<DemoFirm> = {}): DemoFirm {
  const serial = ++firmSerial;
  const register = {
    law_firm: '31',
    company_counsel_office: '91',
    government_counsel_office: '11',
    legal_aid_agency: '12',
  };
  const kind = more.kind ?? 'law_firm';
  return {
    key,
    name,
    englishName: '',
    englishNameConfirmedOn: null,
    kind,
    status: 'active',
    cancelledOn: more.status === 'cancelled' ? ENDED_ON : null,
    licenceNo: firmLicenceNo(approvedOn, serial),
    uscc: unifiedSocialCreditCode(register[kind], serial * 37),
    address: `江海市文华区${['衡正路', '滨江大道', '书院街', '南湖路', '钟楼巷'][serial % 5]}${serial * 8 + 6}号${(serial % 20) + 3}层`,
    approvedOn,
    personInCharge: personAt(9_000 + serial * 3).name,
    phone: `0700-6${880_000 + serial * 13}`,
    email: `${key}@example.com`,
    pendingChange: '',
    formerNames: [],
    ...more,
  };
}

/** Days 1–28, so that every month has them. */
const dayOf = (year: number, n: number) =>
  `${year}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;

let lawyerSerial = 0;
function lawyer(firmKey: string, more: Partial<DemoLawyer> = {}): DemoLawyer {
  const n = ++lawyerSerial;
  const person = { name: more.name ?? personAt(n).name, sex: more.sex ?? personAt(n).sex };
  const category = more.category ?? 'practising';
  // Nobody joined a firm before it was there.
  const earliest = Number(demoFirm(firmKey).approvedOn.slice(0, 4)) + 1;
  const firstPractisedOn = more.firstPractisedOn ?? dayOf(earliest + ((n * 7) % (2026 - earliest)), n);
  const birthOn = dayOf(Number(firstPractisedOn.slice(0, 4)) - 26, n * 5);
  const status = more.status ?? 'active';
  return {
    ...person,
    category,
    status,
    cancelledOn: status === 'cancelled' ? ENDED_ON : null,
    latinName: '',
    latinNameConfirmedOn: null,
    licenceNo: lawyerLicenceNo({ firstPractisedOn, category, sex: person.sex, serial: 100_000 + n * 17 }),
    identityNumber: residentIdentity(birthOn, person.sex, n % 500),
    identityMatchedOn: '2026-01-12',
    firm: firmKey,
    joinedOn: firstPractisedOn,
    firstPractisedOn,
    phone: `199${String(10_000_000 + n * 7_919)}`,
    email: `lawyer${n}@example.com`,
    pendingChange: '',
    periods: [
      {
        firm: firmKey,
        outsideFirmName: '',
        fromOn: firstPractisedOn,
        untilOn: status === 'active' ? null : LAST_DAY,
      },
    ],
    ...more,
  };
}

export const DEMO_FIRMS: DemoFirm[] = [
  firm('hengzheng', '江海衡正律师事务所', '1995-06-18'),
  firm('qingming', '江海清鸣律师事务所', '2011-03-09', {
    englishName: 'Qingming Law Firm',
    englishNameConfirmedOn: '2026-02-10',
  }),
  firm('dinghe', '江海鼎禾律师事务所', '2006-11-27'),
  firm('mingde', '江海明德律师事务所', '2003-04-15', {
    formerNames: [{ name: '江海市第三律师事务所', untilOn: '2024-08-20' }],
  }),
  firm('port', '江海港务集团有限公司公司律师办公室', '2017-05-22', { kind: 'company_counsel_office' }),
  firm('transport', '江海市交通运输局公职律师办公室', '2018-09-03', { kind: 'government_counsel_office' }),
  firm('aid', '江海市法律援助中心', '1998-01-08', { kind: 'legal_aid_agency' }),
  firm('lanting', '江海兰亭律师事务所', '2014-07-30', { pendingChange: '办公地址变更办理中' }),
  firm('boyuan', '江海博远（自贸区）律师事务所', '2016-12-06', { status: 'suspended' }),
  firm('tongren', '江海同仁律师事务所', '1997-02-14', { status: 'cancelled' }),
  ...'安澜 柏舟 长亭 德润 方圆 恒信 嘉言 景行 君衡 朗正 立言 明理 诺言 平章 秋实 仁和 思齐 泰和 万象 文渊 信达 言成 正源 中允'
    .split(' ')
    .map((name, i) => firm(`firm${i + 1}`, `江海${name}律师事务所`, dayOf(1999 + i, i * 3 + 2))),
];

/** Lawyers of the large firm: the roster that runs over many pages. */
export const LARGE_FIRM_LAWYERS = 400;

export const CLEAN_LAWYER = lawyer('qingming', {
  name: '林知远',
  sex: 'male',
  latinName: 'LIN Zhiyuan',
  latinNameConfirmedOn: '2026-02-10',
  firstPractisedOn: '2012-05-16',
});
export const TRANSFERRED_LAWYER = lawyer('qingming', {
  name: '沈若溪',
  sex: 'female',
  latinName: 'SHEN Ruoxi',
  firstPractisedOn: '2015-09-10',
  periods: [
    { firm: 'dinghe', outsideFirmName: '', fromOn: '2015-09-10', untilOn: '2025-06-30' },
    { firm: 'qingming', outsideFirmName: '', fromOn: '2025-07-01', untilOn: null },
  ],
});
export const NEWCOMER_LAWYER = lawyer('qingming', { name: '许映川', sex: 'male', firstPractisedOn: '2026-09-01' });

/** Whose 信息补全 waits for its review, and whose was given back. */
export const WAITING_LAWYER = lawyer('qingming', { firstPractisedOn: '2013-03-18' });
export const REJECTED_LAWYER = lawyer('qingming', { firstPractisedOn: '2012-11-05' });
/** Whose profile was approved and given back again. */
export const REOPENED_LAWYER = lawyer('qingming');

export const DEMO_LAWYERS: DemoLawyer[] = [
  CLEAN_LAWYER,
  TRANSFERRED_LAWYER,
  NEWCOMER_LAWYER,
  WAITING_LAWYER,
  REJECTED_LAWYER,
  REOPENED_LAWYER,
  ...Array.from({ length: LARGE_FIRM_LAWYERS }, () => lawyer('hengzheng')),
  ...Array.from({ length: 9 }, () => lawyer('dinghe')),
  lawyer('dinghe', { name: '郑启明', sex: 'male', firstPractisedOn: '2009-03-20' }),
  ...Array.from({ length: 12 }, () => lawyer('mingde')),
  ...Array.from({ length: 3 }, () => lawyer('port', { category: 'company' })),
  ...Array.from({ length: 2 }, () => lawyer('transport', { category: 'government' })),
  ...Array.from({ length: 4 }, () => lawyer('aid', { category: 'legal_aid' })),
  lawyer('lanting', { identityMatchedOn: null }),
  lawyer('lanting', { pendingChange: '姓名变更办理中' }),
  lawyer('lanting', {
    firstPractisedOn: '2010-08-18',
    joinedOn: '2019-02-01',
    periods: [
      { firm: null, outsideFirmName: '云岭南屏律师事务所', fromOn: '2010-08-18', untilOn: '2019-01-31' },
      { firm: 'lanting', outsideFirmName: '', fromOn: '2019-02-01', untilOn: null },
    ],
  }),
  lawyer('lanting', { status: 'suspended' }),
  lawyer('tongren', { status: 'cancelled' }),
  ...Array.from({ length: 24 }, (_, i) => lawyer(`firm${i + 1}`)),
  // Deregistered: the former firm applies for what he needs.
  lawyer('qingming', { name: '顾怀谷', sex: 'male', status: 'cancelled', firstPractisedOn: '2013-10-08' }),
];

/** Their files were approved elsewhere, or are said to have been. */
export const IMPORTED_LAWYERS = DEMO_LAWYERS.filter(({ firm }) => firm === 'mingde').slice(0, 5);

/** Whose 信息补全 was taken back, and who changed the photo more than once. */
export const [WITHDRAWN_LAWYER, PHOTO_LAWYER] = DEMO_LAWYERS.filter(
  ({ firm, firstPractisedOn }) => firm === 'dinghe' && firstPractisedOn < '2014',
) as [DemoLawyer, DemoLawyer];

/** Another firm, 鼎禾, asks to have this lawyer. */
export const JOINING_LAWYER = DEMO_LAWYERS.find(({ name }) => name === '郑启明')!;

const UNDECIDED = { documentNo: '', decidedOn: null, effectiveFromOn: null, effectiveUntilOn: null };

export const DEMO_DISCIPLINE: DemoDiscipline[] = [
  {
    subject: { firm: 'dinghe' },
    kind: 'warning',
    state: 'effective',
    documentNo: '江律纪字〔2025〕第12号',
    decidedOn: '2025-05-19',
    effectiveFromOn: '2025-06-03',
    effectiveUntilOn: null,
    remark: '未按规定统一收取律师费',
  },
  {
    subject: { lawyer: '郑启明' },
    kind: 'rights_suspended',
    state: 'effective',
    documentNo: '江律纪字〔2026〕第4号',
    decidedOn: '2026-04-08',
    effectiveFromOn: '2026-04-20',
    effectiveUntilOn: '2027-04-19',
    remark: '',
  },
  {
    subject: { firm: 'mingde' },
    kind: 'admonition',
    state: 'dismissed',
    ...UNDECIDED,
    remark: '投诉人撤回，查无实据',
  },
  {
    subject: { firm: 'firm3' },
    kind: 'circulated_criticism',
    state: 'open',
    ...UNDECIDED,
    remark: '立案调查中',
  },
];

/** The firm of a key. */
export function demoFirm(key: string): DemoFirm {
  const found = DEMO_FIRMS.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`no demo firm ${key}`);
  return found;
}
