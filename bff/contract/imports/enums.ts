/** What staff bring in as Excel: key in English, label as staff know it. */
export const IMPORT_KINDS = {
  firms: '律所',
  lawyers: '律师',
  assessments: '年度考核',
  dues: '会费',
  hours: '活动学时',
} as const;
export type ImportKind = keyof typeof IMPORT_KINDS;

/** What a row would do, or has done. */
export const IMPORT_OUTCOMES = { create: '新增', update: '修改', unchanged: '无变化', faulty: '有问题' } as const;
export type ImportOutcome = keyof typeof IMPORT_OUTCOMES;

/** Rows of one file: what one person can look through, and one transaction writes in seconds. */
export const MAX_IMPORT_ROWS = 1_000;
