import type { ApplicationField, CertificateGroup, LawyerScope } from '../../../../contract/certificate-types/enums.ts';
import type { ReviewMode } from '../../../../contract/review/enums.ts';
import type { SubjectKind } from '../../../../contract/registry/enums.ts';
import type { RuleSet } from '../../rules/rules.ts';

/** A certificate type as a fresh installation has it (spec certificates.md, Types shipped). */
export interface ShippedType {
  code: string;
  label: string;
  group: CertificateGroup;
  audience: SubjectKind | 'both';
  reviewMode: ReviewMode;
  ruleSet: RuleSet;
  lawyerScope: LawyerScope;
  asks: ApplicationField[];
  wording: string;
  rosterTitle: string | null;
  /** As earlier versions of the program shipped it. */
  formerWordings?: string[];
  /** What this type alone has to tell, above the 填写须知 of all. */
  notice?: string;
}

/** Text that several letters share, in the association's voice. */
export const lines = (...paragraphs: string[]) => paragraphs.join('\n');
export const FIRM =
  '{{firm}}是本会团体会员，成立于{{approvedOn}}，执业许可证号：{{licenceNo}}，统一社会信用代码：{{uscc}}，办公地址：{{address}}。截至此证明作出之日，共有执业律师{{lawyerCount}}名。';
export const LAWYER =
  '{{lawyerName}}（执业证号：{{lawyerLicenceNo}}）是本会个人会员，现为{{firm}}{{lawyerCategory}}，首次执业日期为{{firstPractisedOn}}。';
/** What types say under 附件 that speak of somebody who has to agree. */
export const PROOF_NOTICE = '请将当事人签署的委托书、同意书扫描或拍照后作为附件上传，由协会工作人员审核。';
export const PURPOSE = '{{#if purpose}}本证明用于{{purpose}}。{{/if}}';
export const clean = (subjects: string) => `自{{since}}至此证明作出之日，${subjects}未受到本会任何行业处分。`;
