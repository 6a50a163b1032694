import { clean, FIRM, lines, PURPOSE, type ShippedType } from './shipped-type.ts';

const firmType = {
  group: 'firm',
  audience: 'firm',
  reviewMode: 'automatic',
  ruleSet: 'firm-clean',
  lawyerScope: 'none',
  asks: ['since'],
  rosterTitle: null,
} as const satisfies Partial<ShippedType>;
const ROSTER_TITLE = '全体执业律师名单';

/** 律所相关证明 */
export const FIRM_TYPES: ShippedType[] = [
  {
    ...firmType,
    asks: ['since'],
    code: 'firm-clean',
    label: '律所无行业处分',
    wording: lines(FIRM, clean('该所'), PURPOSE),
  },
  {
    ...firmType,
    code: 'firm-some-lawyers-clean',
    label: '律所+部分律师无行业处分',
    lawyerScope: 'chosen',
    asks: ['lawyers', 'since'],
    wording: lines(FIRM, clean('该所及该所执业律师{{subjects}}'), PURPOSE),
  },
  {
    ...firmType,
    asks: ['since'],
    code: 'firm-all-lawyers-clean',
    label: '律所+全体律师无行业处分',
    ruleSet: 'firm-clean-roster',
    lawyerScope: 'all',
    wording: lines(FIRM, clean('该所及该所全体执业律师（名单附后）'), PURPOSE),
    rosterTitle: ROSTER_TITLE,
  },
  {
    ...firmType,
    code: 'firm-chosen-lawyers-clean',
    label: '律师无行业处分',
    ruleSet: 'chosen-lawyers-clean',
    lawyerScope: 'chosen',
    asks: ['lawyers', 'since'],
    wording: lines(
      '{{subjects}}是本会个人会员，现在{{firm}}（执业许可证号：{{licenceNo}}）执业。',
      clean('上述律师'),
      PURPOSE,
    ),
  },
  {
    ...firmType,
    asks: ['since'],
    code: 'firm-clean-roster',
    label: '律所无行业处分（附全体律师名单版）',
    ruleSet: 'firm-clean-roster',
    wording: lines(FIRM, clean('该所'), '该所全体执业律师名单附后。', PURPOSE),
    rosterTitle: ROSTER_TITLE,
  },
  {
    ...firmType,
    code: 'firm-some-lawyers-clean-roster',
    label: '律所+部分律师无行业处分（附全体律师名单版）',
    ruleSet: 'firm-clean-roster',
    lawyerScope: 'chosen',
    asks: ['lawyers', 'since'],
    wording: lines(FIRM, clean('该所及该所执业律师{{subjects}}'), '该所全体执业律师名单附后。', PURPOSE),
    rosterTitle: ROSTER_TITLE,
  },
];
