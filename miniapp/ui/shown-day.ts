/** 2026-11-22 → 2026年11月22日. */
export function shownDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Until when paper is paid for, and what becomes of it then. */
export const untilInWords = (lastDay: string): string =>
  `请在${shownDay(lastDay)}前（含当日）缴费，逾期纸质证明自动取消，电子证明不受影响。`;
