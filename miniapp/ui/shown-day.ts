/** 2026-11-22 → 2026年11月22日. */
export function shownDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
