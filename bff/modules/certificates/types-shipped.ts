import type { ApplicationField, CertificateGroup, LawyerScope, ReviewMode, SubjectKind } from '../../contract/enums.ts';
import type { RuleSet } from './rules.ts';

/** A certificate type as a fresh installation has it (spec certificates.md, Types shipped). */
export interface ShippedType {
  code: string;
  label: string;
  group: CertificateGroup;
  audience: SubjectKind;
  reviewMode: ReviewMode;
  ruleSet: RuleSet;
  lawyerScope: LawyerScope;
  asks: ApplicationField[];
  wording: string;
  rosterTitle: string | null;
}

const FIRM =
  '{{firm}}是本会团体会员，成立于{{approvedOn}}，执业许可证号：{{licenceNo}}，统一社会信用代码：{{uscc}}，办公地址：{{address}}。截至此证明作出之日，共有执业律师{{lawyerCount}}名。';
const PURPOSE = '{{#if purpose}}本证明用于{{purpose}}。{{/if}}';
const lines = (...paragraphs: string[]) => paragraphs.join('\n');
const clean = (subjects: string) => `自{{since}}至此证明作出之日，${subjects}未受到本会任何行业处分。`;

export const SHIPPED_TYPES: readonly ShippedType[] = [
  {
    code: 'firm-clean',
    label: '律所无行业处分',
    group: 'firm',
    audience: 'firm',
    reviewMode: 'automatic',
    ruleSet: 'firm-clean',
    lawyerScope: 'none',
    asks: ['since'],
    wording: lines(FIRM, clean('该所'), PURPOSE),
    rosterTitle: null,
  },
  {
    code: 'firm-some-lawyers-clean',
    label: '律所+部分律师无行业处分',
    group: 'firm',
    audience: 'firm',
    reviewMode: 'automatic',
    ruleSet: 'firm-clean',
    lawyerScope: 'chosen',
    asks: ['lawyers', 'since'],
    wording: lines(FIRM, clean('该所及该所执业律师{{subjects}}'), PURPOSE),
    rosterTitle: null,
  },
  {
    code: 'firm-all-lawyers-clean',
    label: '律所+全体律师无行业处分',
    group: 'firm',
    audience: 'firm',
    reviewMode: 'automatic',
    ruleSet: 'firm-clean',
    lawyerScope: 'all',
    asks: ['since'],
    wording: lines(FIRM, clean('该所及该所全体执业律师（名单附后）'), PURPOSE),
    rosterTitle: '全体执业律师名单',
  },
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
    code: 'lawyer-clean',
    label: '律师个人无行业处分',
    group: 'lawyer',
    audience: 'lawyer',
    reviewMode: 'automatic',
    ruleSet: 'lawyer-clean',
    lawyerScope: 'self',
    asks: ['since'],
    wording: lines(
      '{{lawyerName}}（执业证号：{{lawyerLicenceNo}}）是本会个人会员，现为{{firm}}{{lawyerCategory}}，首次执业日期为{{firstPractisedOn}}。',
      clean('该律师'),
      PURPOSE,
    ),
    rosterTitle: null,
  },
  {
    code: 'lawyer-membership',
    label: '会员身份信息、执业年限证明',
    group: 'lawyer',
    audience: 'lawyer',
    reviewMode: 'automatic',
    ruleSet: 'practice',
    lawyerScope: 'self',
    asks: [],
    wording: lines(
      '{{lawyerName}}，{{lawyerSex}}，执业证号：{{lawyerLicenceNo}}，是本会个人会员，现为{{firm}}{{lawyerCategory}}。',
      '该律师于{{firstPractisedOn}}首次执业，截至此证明作出之日，执业年限为{{practiceYears}}。',
      PURPOSE,
    ),
    rosterTitle: null,
  },
];

/** 填写须知 of a fresh installation, a paragraph per line; the office's address and hours come from settings. */
export const SHIPPED_NOTICE = lines(
  '带 * 的为必填项。证明出具后可在线查看、下载，也可发送至联系邮箱。',
  '需要纸质证明且选择自取的，无需填写收件地址，请在证明出具后携带本人身份证件到协会领取。',
  '选择邮寄的，请完整填写收件人、收件电话和收件地址。',
);
