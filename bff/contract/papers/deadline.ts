import { toChineseDate } from '../text.ts';

/** Until when paper is paid for, and what becomes of it then; null: it has no end. */
export const untilInWords = (lastDay: string | null): string =>
  lastDay === null ? '' : `请在${toChineseDate(lastDay)}前（含当日）缴费，逾期纸质证明自动取消，电子证明不受影响。`;
