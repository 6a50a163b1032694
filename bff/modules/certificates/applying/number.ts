import { toShanghaiDate } from '../../../contract/dates.ts';

/**
 * 编号: YYMMDD of the submission in Asia/Shanghai and a running number of at least four digits that never restarts.
 * The running number is the row's own id, which the database never gives twice; gaps are allowed.
 */
export function certificateNumber(submittedAt: number, runningNumber: number): string {
  return toShanghaiDate(submittedAt).replaceAll('-', '').slice(2) + String(runningNumber).padStart(4, '0');
}
