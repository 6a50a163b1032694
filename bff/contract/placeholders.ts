import type { ApplicationField, LawyerScope, SubjectKind } from './enums.ts';

/** Headings under which the editor offers placeholders. */
export const PLACEHOLDER_GROUPS = { firm: '律所', lawyer: '律师', application: '申请内容' } as const;
export type PlaceholderGroup = keyof typeof PLACEHOLDER_GROUPS;

/**
 * When something stands in a placeholder's place: always; in letters about a firm; about the applying lawyer; that name
 * lawyers of a firm; where the form asks for that field; or only if the member chose to fill it in.
 */
export type Filled = 'always' | 'firm' | 'self' | 'subjects' | 'optional' | ApplicationField;

interface PlaceholderSpec {
  /** What it is, as the editor explains it. */
  label: string;
  group: PlaceholderGroup;
  filled: Filled;
}

/** Every placeholder a wording may use. compose-letter.ts must fill each of them: it does not compile otherwise. */
export const PLACEHOLDERS = {
  firm: { label: '律所名称；律师申请的为执业机构名称', group: 'firm', filled: 'always' },
  approvedOn: { label: '律所批准日期', group: 'firm', filled: 'firm' },
  licenceNo: { label: '执业许可证号', group: 'firm', filled: 'firm' },
  uscc: { label: '统一社会信用代码', group: 'firm', filled: 'firm' },
  address: { label: '办公地址', group: 'firm', filled: 'firm' },
  lawyerCount: { label: '执业律师人数', group: 'firm', filled: 'firm' },
  subjects: { label: '所涉律师，姓名（执业证号）；人数多时为“名单附后”', group: 'lawyer', filled: 'subjects' },
  lawyerName: { label: '申请律师姓名', group: 'lawyer', filled: 'self' },
  lawyerSex: { label: '申请律师性别', group: 'lawyer', filled: 'self' },
  lawyerLicenceNo: { label: '申请律师执业证号', group: 'lawyer', filled: 'self' },
  lawyerCategory: { label: '申请律师执业类别', group: 'lawyer', filled: 'self' },
  firstPractisedOn: { label: '首次执业日期', group: 'lawyer', filled: 'self' },
  practiceYears: { label: '执业年限', group: 'lawyer', filled: 'self' },
  since: { label: '起始时间', group: 'application', filled: 'since' },
  freeText: { label: '申请人填写的证明内容', group: 'application', filled: 'freeText' },
  purpose: { label: '用途（选填）', group: 'application', filled: 'optional' },
} as const satisfies Record<string, PlaceholderSpec>;
export type Placeholder = keyof typeof PLACEHOLDERS;

export const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name);

/** What decides which placeholders are filled in a type's letters. */
export interface WordingUse {
  audience: SubjectKind | 'both';
  lawyerScope: LawyerScope;
  asks: readonly ApplicationField[];
}

/** Whether a placeholder always has a value in letters of this type, whatever the member fills in. */
export function isAlwaysFilled(name: Placeholder, { audience, lawyerScope, asks }: WordingUse): boolean {
  const filled: Filled = PLACEHOLDERS[name].filled;
  switch (filled) {
    case 'always':
      return true;
    case 'firm':
      return audience === 'firm';
    case 'self':
      return audience === 'lawyer';
    case 'subjects':
      return audience === 'lawyer' || lawyerScope === 'chosen' || lawyerScope === 'all';
    case 'optional':
      return false;
    default:
      return asks.includes(filled);
  }
}
