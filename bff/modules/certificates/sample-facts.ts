import type { ApplicationField, LawyerScope, SampleSituation, SubjectKind } from '../../contract/enums.ts';
import type { FirmStanding, LawyerStanding } from '../registry/standing.ts';
import type { LetterFacts } from './compose-letter.ts';

/** What of a type decides how its samples look. */
export interface SampledType {
  audience: SubjectKind | 'both';
  lawyerScope: LawyerScope;
  asks: readonly ApplicationField[];
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

/** Invented facts for a letter of this type; everything but the association's name and the day. */
export function sampleFacts(type: SampledType, situation: SampleSituation): Omit<LetterFacts, 'association' | 'today'> {
  const isLawyers = type.audience === 'lawyer' || situation === 'lawyer';
  const names = type.lawyerScope === 'chosen' || type.lawyerScope === 'all';
  return {
    since: type.asks.includes('since') ? '2023-01-01' : null,
    purpose: situation === 'bare' ? '' : '参加政府采购投标',
    freeText: type.asks.includes('freeText') ? '（此处为申请人填写的证明内容，由协会工作人员审核。）' : '',
    firm: isLawyers ? null : SAMPLE_FIRM,
    lawyers: isLawyers ? LAWYERS.slice(0, 1) : names ? LAWYERS.slice(0, situation === 'annex' ? 9 : 1) : [],
  };
}

// Invented: numbers of zeros belong to nobody.
const SAMPLE_FIRM: FirmStanding = {
  id: 0,
  name: '示例律师事务所',
  kind: 'law_firm',
  licenceNo: '30000000000000000X',
  uscc: '30000000000000000X',
  address: '示例省示例市示例路1号',
  approvedOn: '2008-05-06',
  status: 'active',
  cancelledOn: null,
  pendingChange: '',
  formerNames: [],
  mergers: [],
  discipline: [],
  lawyerCount: 9,
};
const LAWYERS: LawyerStanding[] = [...'张李王赵陈杨黄周吴'].map((family, i) => ({
  id: 0,
  name: `${family}某某`,
  latinName: '',
  latinNameConfirmedOn: null,
  cancelledOn: null,
  identityMasked: '',
  sex: i % 2 === 0 ? 'male' : 'female',
  licenceNo: `1000020101000000${i + 1}`,
  firmId: 0,
  firmName: SAMPLE_FIRM.name,
  category: 'practising',
  status: 'active',
  identityMatchedOn: null,
  joinedOn: '2010-03-01',
  firstPractisedOn: '2010-03-01',
  pendingChange: '',
  periods: [],
  discipline: [],
}));
