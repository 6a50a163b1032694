/** 导入其他系统中已审核的个人档案: how far one is, and what becomes of each lawyer and photo. */
export const PROFILE_IMPORT_STATES = {
  reading: '正在读取',
  checking: '正在检查',
  checked: '检查完毕',
  applying: '正在导入',
  applied: '已导入',
  /** Shown to nobody: its rows are being deleted, piece by piece. */
  discarded: '已放弃',
} as const;
export type ProfileImportState = keyof typeof PROFILE_IMPORT_STATES;

/** refused: what is registered had changed since it was looked through. */
export const PROFILE_IMPORT_OUTCOMES = {
  create: '新增',
  update: '更新',
  unchanged: '无变化',
  skipped: '跳过',
  faulty: '有问题',
  refused: '未导入',
} as const;
export type ProfileImportOutcome = keyof typeof PROFILE_IMPORT_OUTCOMES;

/** Of the workbook: a hundred thousand lawyers come in several. */
export const MAX_PROFILE_BOOK_BYTES = 20 * 1024 * 1024;
/** Rows of all its sheets together. */
export const MAX_PROFILE_BOOK_ROWS = 200_000;
/** Of a ZIP of photos: some five hundred; more come one after the other. */
export const MAX_PHOTO_ZIP_BYTES = 50 * 1024 * 1024;
/** Name of the other system or office, as members read it. */
export const MAX_SOURCE = 30;
