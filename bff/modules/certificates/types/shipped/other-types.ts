import { FIRM, lines, PROOF_NOTICE, PURPOSE, type ShippedType } from './shipped-type.ts';

const MEMBER = '{{member}}是本会{{memberKind}}。';
const STATUS = '截至此证明作出之日，{{theMember}}的登记状态为“{{memberStatus}}”。';
const RECORDS = '自{{since}}至此证明作出之日，{{theMember}}{{records}}';

/** 其他证明 */
export const OTHER_TYPES: ShippedType[] = [
  {
    code: 'firm-other',
    label: '律所其他类电子证明',
    group: 'other',
    audience: 'firm',
    reviewMode: 'manual',
    ruleSet: 'manual',
    lawyerScope: 'none',
    asks: ['freeText'],
    wording: lines(FIRM, '{{freeText}}', PURPOSE),
    rosterTitle: null,
  },
  {
    code: 'assessment-result',
    label: '年度考核结果证明',
    group: 'other',
    audience: 'both',
    reviewMode: 'automatic',
    ruleSet: 'assessment-result',
    lawyerScope: 'none',
    asks: ['year'],
    wording: lines(MEMBER, '经{{year}}年度考核，{{theMember}}的考核结果为：{{assessmentResult}}。', PURPOSE),
    rosterTitle: null,
  },
  {
    code: 'dues-paid',
    label: '会员会费缴纳证明',
    group: 'other',
    audience: 'both',
    reviewMode: 'automatic',
    ruleSet: 'dues',
    lawyerScope: 'none',
    asks: ['year'],
    wording: lines(MEMBER, '截至此证明作出之日，{{theMember}}{{dues}}。', PURPOSE),
    rosterTitle: null,
  },
  {
    code: 'practice-status',
    label: '执业状况证明（含处分记录）',
    group: 'other',
    audience: 'both',
    reviewMode: 'manual',
    ruleSet: 'practice-status',
    lawyerScope: 'none',
    asks: ['since', 'attachments', 'consent'],
    notice: PROOF_NOTICE,
    wording: lines(MEMBER, STATUS, PURPOSE, RECORDS, '{{recordsTable}}'),
    formerWordings: [lines(MEMBER, PURPOSE, RECORDS, '{{recordsTable}}')],
    rosterTitle: null,
  },
];
