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

/** Rows that one transaction writes while others wait to write: few. A sheet of more is a run, in the background. */
export const MAX_IMPORT_ROWS = 20;
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

/** How a file comes back with its faults marked: as the same file, or why as a new workbook with its rows and titles. */
export const MARKED_AS = {
  same_file: '已下载，是您上传的文件，有问题的单元格已标出',
  marked_before:
    '文件里有上一次的标记，其中一些可能已经改正，无法分清，所以给出的是新工作簿：标题、各行内容和这一次的标记',
  other_kind: '文件带有宏，或是模板，不能原样改写，所以给出的是新工作簿：标题、各行内容和标记',
  old_format: '.xls 和 .csv 不能原样标出，所以给出的是新工作簿（.xlsx）：标题、各行内容和标记',
  not_kept: '原文件已不再保存，所以给出的是新工作簿：各行内容和标记',
  too_much: '文件过大或内容过于复杂，不能原样改写，所以给出的是新工作簿：标题、各行内容和标记',
} as const;
export type MarkedAs = keyof typeof MARKED_AS;
/** The header of the reply that says which. */
export const MARKED_AS_HEADER = 'X-Marked-As';
