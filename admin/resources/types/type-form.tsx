import { Form, Select } from 'antd';
import {
  APPLICATION_FIELDS,
  CERTIFICATE_GROUPS,
  LAWYER_SCOPES,
  TYPE_AUDIENCES,
  type ApplicationField,
} from '../../../bff/contract/certificate-types/enums.ts';
import { REVIEW_MODES } from '../../../bff/contract/review/enums.ts';
import type { StaffTypeDetail } from '../../../bff/contract/certificate-types/endpoints.ts';
import {
  applicantsOf,
  fits,
  RULE_SET_USES,
  SCOPES_OF,
  type RuleSet,
} from '../../../bff/contract/certificate-types/rule-sets.ts';
import type { TypeInput } from '../../../bff/contract/certificate-types/schemas.ts';
import { describe } from '../../../bff/contract/eligibility/describe.ts';
import type { Eligibility } from '../../../bff/contract/eligibility/schemas.ts';
import { MAX_NOTICE } from '../../../bff/contract/certificate-types/limits.ts';
import { EligibilityBuilder } from '../../eligibility/EligibilityBuilder.tsx';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';

/** What the form holds: numbers as they are typed. */
export interface TypeValues {
  label: string;
  group: TypeInput['group'];
  audience: TypeInput['audience'];
  lawyerScope: TypeInput['lawyerScope'];
  ruleSet: RuleSet;
  reviewMode: TypeInput['reviewMode'];
  asks: ApplicationField[];
  eligibility: Eligibility | null;
  validityMonths: string;
  position: string;
  notice: string;
}

export const newType: TypeValues = {
  label: '',
  group: 'other',
  audience: 'firm',
  lawyerScope: 'none',
  ruleSet: 'base',
  reviewMode: 'manual',
  asks: [],
  eligibility: null,
  validityMonths: '',
  position: '100',
  notice: '带 * 的为必填项。证明出具后可在线查看、下载，也可发送至联系邮箱。',
};

export const toTypeValues = (type: StaffTypeDetail): TypeValues => ({
  label: type.label,
  group: type.group,
  audience: type.audience,
  lawyerScope: type.lawyerScope,
  ruleSet: type.ruleSet,
  reviewMode: type.reviewMode,
  asks: type.asks,
  eligibility: type.eligibility,
  validityMonths: type.validityMonths === null ? '' : String(type.validityMonths),
  position: String(type.position),
  notice: type.notice,
});

export const toTypeInput = (values: TypeValues, version?: number): TypeInput => ({
  ...values,
  validityMonths: values.validityMonths.trim() === '' ? null : values.validityMonths,
  ...(version !== undefined && { version }),
});

export const eligibilityInWords = (eligibility: Eligibility | null): string =>
  eligibility === null ? '不限' : describe(eligibility);

export const ruleSetLabels = Object.fromEntries(
  Object.entries(RULE_SET_USES).map(([key, { label }]) => [key, label]),
) as Record<RuleSet, string>;

export const typeFields: readonly FieldSpec<TypeValues>[] = [
  { name: 'label', label: '名称', kind: 'text', isRequired: true, hint: '会员选择证明时看到的名称' },
  { name: 'group', label: '分组', kind: 'choice', options: CERTIFICATE_GROUPS, isRequired: true },
  { name: 'audience', label: '申请对象', kind: 'choice', options: TYPE_AUDIENCES, isRequired: true },
  { name: 'lawyerScope', label: '涉及律师', kind: 'own', control: <ScopeChoice />, isRequired: true },
  {
    name: 'reviewMode',
    label: '审核方式',
    kind: 'choice',
    options: REVIEW_MODES,
    isRequired: true,
    hint: '系统审核：核查均符合即出具，存疑的转人工；人工审核：一律由工作人员决定',
  },
  {
    name: 'ruleSet',
    label: '核查规则',
    kind: 'own',
    control: <RuleSetChoice />,
    isRequired: true,
    hint: '只列出适用于所选申请对象和涉及律师的规则',
  },
  { name: 'asks', label: '填写项目', kind: 'choices', options: APPLICATION_FIELDS, isWide: true },
  {
    name: 'eligibility',
    label: '申请条件',
    kind: 'own',
    control: <EligibilityChoice />,
    words: (value) => eligibilityInWords(value as Eligibility | null),
    isWide: true,
    hint: '不添加条件，申请对象都可以申请。不符合的会员在“暂不可申请”中看到原因；提交时按届时的登记再次核对',
  },
  {
    name: 'validityMonths',
    label: '有效期（月）',
    kind: 'text',
    inputMode: 'numeric',
    hint: '自出具之日起，期满后核验页显示“已过有效期”；不填为长期。只影响今后出具的证明',
  },
  { name: 'position', label: '排列顺序', kind: 'text', inputMode: 'numeric', isRequired: true, hint: '数字小的在前' },
  {
    name: 'notice',
    label: '填写须知',
    kind: 'paragraph',
    max: MAX_NOTICE,
    isWide: true,
    hint: '显示在申请表下方，每行一段',
  },
];

interface ChoiceProps<Value> {
  id?: string;
  value?: Value;
  onChange?(value: Value): void;
}

/** Which lawyers, as far as the applicant allows. antd's form hands id, value and onChange. */
function ScopeChoice({ value, ...rest }: ChoiceProps<TypeValues['lawyerScope']>) {
  const audience = Form.useWatch<TypeValues['audience'] | undefined>('audience') ?? 'firm';
  const scopes: readonly TypeValues['lawyerScope'][] = SCOPES_OF[audience];
  return (
    <Select {...rest} value={value} options={scopes.map((scope) => ({ value: scope, label: LAWYER_SCOPES[scope] }))} />
  );
}

function RuleSetChoice({ value, ...rest }: ChoiceProps<RuleSet>) {
  const audience = Form.useWatch<TypeValues['audience'] | undefined>('audience') ?? 'firm';
  const lawyerScope = Form.useWatch<TypeValues['lawyerScope'] | undefined>('lawyerScope') ?? 'none';
  const fitting = (Object.keys(ruleSetLabels) as RuleSet[]).filter((set) => fits(set, { audience, lawyerScope }));
  return <Select {...rest} value={value} options={fitting.map((set) => ({ value: set, label: ruleSetLabels[set] }))} />;
}

function EligibilityChoice(rest: ChoiceProps<Eligibility | null>) {
  const audience = Form.useWatch<TypeValues['audience'] | undefined>('audience') ?? 'firm';
  return <EligibilityBuilder {...rest} of={applicantsOf(audience)} />;
}
