import type {
  ApplicationField,
  LawyerScope,
  SampleSituation,
  TypeAudience,
} from '../../../contract/certificate-types/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import type { RuleSet } from '../../../contract/certificate-types/rule-sets.ts';
import type { MemberRecords } from '../../registry/facts/records.ts';
import type { DisciplineFact, FirmFacts, LawyerFacts } from '../../registry/facts/registry-facts.ts';
import { NOBODY_TOLD, type ReviewFacts } from '../facts/facts.ts';
import { readsRoster } from '../rules/rules.ts';

/** What of a type decides how its samples look. */
export interface SampledType {
  audience: TypeAudience;
  lawyerScope: LawyerScope;
  asks: readonly ApplicationField[];
  ruleSet: RuleSet;
}

/** The situations that a wording of this type has to stand. */
export function situationsOf({ audience, lawyerScope }: SampledType): SampleSituation[] {
  const names = lawyerScope === 'chosen' || lawyerScope === 'all';
  return [
    'typical',
    ...(names ? (['annex'] as const) : []),
    ...(audience === 'both' ? (['lawyer'] as const) : []),
    'bare',
  ];
}

/** Invented facts for a letter of this type on that day (yyyy-MM-dd). */
export function sampleFacts(type: SampledType, situation: SampleSituation, today: string): ReviewFacts {
  const { asks, lawyerScope, ruleSet } = type;
  const year = Number(today.slice(0, 4)) - 1;
  const isLawyers = type.audience === 'lawyer' || situation === 'lawyer';
  const all = LAWYERS.slice(0, situation === 'annex' ? 9 : 3);
  return {
    today,
    readAt: 0,
    since: asks.includes('since') ? '2023-01-01' : null,
    sinceFirstPractice: false,
    year: asks.includes('year') ? year : null,
    country: asks.includes('country') ? 'SG' : '',
    latinName: asks.includes('latinName') ? 'ZHANG Moumou' : '',
    purpose: situation === 'bare' ? '' : PURPOSE,
    purposes: [PURPOSE],
    association: [],
    told: NOBODY_TOLD,
    confirmedNames: new Set(),
    freeText: asks.includes('freeText') ? '（此处为申请人填写的证明内容，由协会工作人员审核。）' : '',
    firm: isLawyers ? null : { ...FIRM, lawyerCount: all.length },
    lawyers: isLawyers ? [ZHANG] : lawyersOf(lawyerScope, all, situation),
    roster: !isLawyers && readsRoster(ruleSet) ? all : [],
    records: recordsOf(isLawyers ? 'lawyer' : 'firm', year),
    unprintable: [],
  };
}

function lawyersOf(scope: LawyerScope, all: LawyerFacts[], situation: SampleSituation): LawyerFacts[] {
  if (scope === 'former') return [FORMER];
  if (scope === 'chosen') return situation === 'annex' ? all : all.slice(0, 1);
  return scope === 'all' ? all : [];
}

/** Finished records, so that a sample shows the letter in full. */
const DISCIPLINE: DisciplineFact[] = [
  {
    id: 0,
    kind: 'warning',
    state: 'effective',
    documentNo: '示律纪字〔2023〕第0号',
    decidedOn: '2023-03-01',
    effectiveFromOn: '2023-03-10',
    effectiveUntilOn: '2024-03-09',
  },
];
const PURPOSE = '投标';
const FIRM: FirmFacts = {
  id: 0,
  name: '示例律师事务所',
  englishName: 'Sample Law Firm',
  kind: 'law_firm',
  licenceNo: '30000000000000000X',
  uscc: '30000000000000000X',
  address: '示例省示例市示例路1号',
  personInCharge: '张某某',
  approvedOn: '2008-05-06',
  status: 'active',
  cancelledOn: null,
  pendingChange: '',
  formerNames: [],
  mergers: [],
  discipline: DISCIPLINE,
  lawyerCount: 3,
};
const LAWYERS: LawyerFacts[] = [...'张李王赵陈杨黄周吴'].map((family, id) => ({
  id,
  name: `${family}某某`,
  latinName: '',
  latinNameConfirmedOn: null,
  identityMasked: '',
  sex: id % 2 === 0 ? 'male' : 'female',
  licenceNo: `1000020101000000${id + 1}`,
  firmId: 0,
  firmName: FIRM.name,
  firmEnglishName: FIRM.englishName,
  firmStatus: 'active',
  firmPendingChange: '',
  category: 'practising',
  status: 'active',
  cancelledOn: null,
  identityMatchedOn: null,
  joinedOn: '2010-03-01',
  firstPractisedOn: '2010-03-01',
  pendingChange: '',
  periods: [
    {
      firmId: 1,
      firmName: '示例第一律师事务所',
      firmEnglishName: 'First Sample Law Firm',
      fromOn: '2010-03-01',
      untilOn: '2015-06-30',
    },
    { firmId: 0, firmName: FIRM.name, firmEnglishName: FIRM.englishName, fromOn: '2015-07-01', untilOn: null },
  ],
  discipline: DISCIPLINE,
}));
const ZHANG = LAWYERS[0] as LawyerFacts;
const FORMER: LawyerFacts = {
  ...ZHANG,
  status: 'cancelled',
  firmId: null,
  firmName: '',
  firmEnglishName: '',
  firmStatus: null,
  cancelledOn: '2025-06-30',
  periods: ZHANG.periods.map((period) => ({ ...period, untilOn: period.untilOn ?? '2025-06-30' })),
};

function recordsOf(subjectKind: SubjectKind, year: number): MemberRecords {
  const subject = { subjectKind, subjectId: 0 };
  return {
    assessments: [
      { ...subject, year, state: 'final', result: 'competent', filedOn: `${year + 1}-05-20` },
      { ...subject, year: year + 1, state: 'in_review', result: null, filedOn: null },
    ],
    dues: [{ ...subject, year, dueFen: 120_000, paidFen: 120_000, state: 'settled', settledOn: `${year}-03-18` }],
    appointments: [{ lawyerId: 0, body: '示例专业委员会', position: '委员', fromOn: '2023-03-01', untilOn: null }],
    hours: [
      { lawyerId: 0, title: '示例业务培训', heldOn: `${year}-06-13`, hours: 3, state: 'checked_in' },
      { lawyerId: 0, title: '示例专题讲座', heldOn: `${year}-09-20`, hours: 1.5, state: 'checked_in' },
    ],
  };
}
