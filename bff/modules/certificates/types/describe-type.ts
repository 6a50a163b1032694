/** A type's values as people read them, for the audit log. */
export type TypeInWords = Record<keyof typeof LABELS, string>;

const LABELS = {
  label: '名称',
  group: '分组',
  audience: '申请对象',
  reviewMode: '审核方式',
  ruleSet: '核查规则',
  lawyerScope: '涉及律师',
  asks: '填写项目',
  eligibility: '申请条件',
  notice: '填写须知',
  position: '排列顺序',
  validityMonths: '有效期',
} as const;

/** All of it, a line each. */
export const typeInLines = (type: TypeInWords): string =>
  (Object.keys(LABELS) as (keyof typeof LABELS)[]).map((key) => `${LABELS[key]}：${type[key] || '（空）'}`).join('\n');

/** What changed: 「审核方式：系统审核→人工审核；…」; empty when nothing did. */
export function describeTypeChanges(before: TypeInWords, after: TypeInWords): string {
  return (Object.keys(LABELS) as (keyof typeof LABELS)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => `${LABELS[key]}：${before[key] || '（空）'}→${after[key] || '（空）'}`)
    .join('；');
}
