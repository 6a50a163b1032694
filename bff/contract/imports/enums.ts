/** What staff bring in as Excel: key in English, label as staff know it. */
export const IMPORT_KINDS = {
  firms: '律所',
  lawyers: '律师',
  assessments: '年度考核',
  dues: '会费',
  hours: '活动学时',
  discipline: '行业处分',
  appointments: '律协任职',
  periods: '执业经历',
} as const;
export type ImportKind = keyof typeof IMPORT_KINDS;

/** What a row would do, or has done. */
export const IMPORT_OUTCOMES = { create: '新增', update: '修改', unchanged: '无变化', faulty: '有问题' } as const;
export type ImportOutcome = keyof typeof IMPORT_OUTCOMES;

/** Rows that one transaction writes in seconds; a sheet of more is a run, in the background. */
export const MAX_IMPORT_ROWS = 1_000;
/** Rows of the largest sheet (members.md: a province in one file). */
export const MAX_RUN_ROWS = 100_000;

/** How far a run is. */
export const RUN_STATES = {
  reading: '正在读取',
  checking: '正在检查',
  checked: '检查完毕',
  applying: '正在导入',
  applied: '已导入',
} as const;
export type RunState = keyof typeof RUN_STATES;

/** What became of a row; refused: the registry had changed since it was looked through. */
export const RUN_OUTCOMES = { ...IMPORT_OUTCOMES, refused: '未导入' } as const;
export type RunOutcome = keyof typeof RUN_OUTCOMES;
