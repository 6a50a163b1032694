interface DayBarsProps {
  days: { date: string; count: number }[];
  unit: string;
}

/** A count per day as bars across the card, the highest at full height; the numbers stand on the bars, so no axis is needed. */
export function DayBars({ days, unit }: DayBarsProps) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure
      className="day-bars figures"
      role="img"
      aria-label={`近${days.length}天共${total}${unit}，单日最多${most}${unit}`}
    >
      {days.map(({ date, count }) => (
        <div key={date} className="day-bar" title={`${date}：${count}${unit}`}>
          <span>{count > 0 ? count : ''}</span>
          <div style={{ height: `${(count / most) * 100}%` }} />
          <time dateTime={date}>{date.slice(5)}</time>
        </div>
      ))}
    </figure>
  );
}
