import type { ApplicationField } from '../certificate-types/enums.ts';

/** Where one lawyer's certificate of a bulk application stands: key in English, label as members know it. */
export const BULK_OUTCOMES = {
  waiting: '排队中',
  to_person: '转人工审核',
  returned: '待补正',
  approved: '制作中',
  issued: '已出具',
  rejected: '驳回',
  withdrawn: '已撤回',
  lapsed: '逾期关闭',
  failed: '未能提交',
} as const;
export type BulkOutcome = keyof typeof BULK_OUTCOMES;

/** What many lawyers can share; proof and consent are each lawyer's own. */
const SHARED: readonly ApplicationField[] = ['lawyers', 'since'];

/** Whether a type that asks for these fields can be applied for in bulk. */
export const isForBulk = (asks: readonly ApplicationField[]): boolean =>
  asks.includes('lawyers') && asks.every((field) => SHARED.includes(field));
