interface DayBarsProps {
  days: { date: string; count: number }[];
  unit: string;
}

/** Width and height of one bar's place, in units of the drawing. */
const STEP = 28;
const HEIGHT = 72;

/** A count per day as bars, the highest one at full height; the numbers stand on the bars, so no axis is needed. */
export function DayBars({ days, unit }: DayBarsProps) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className="day-bars">
      <svg
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT + 36}`}
        role="img"
        aria-label={`近${days.length}天共${total}${unit}，单日最多${most}${unit}`}
      >
        {days.map(({ date, count }, index) => {
          const height = (count / most) * HEIGHT;
          const middle = index * STEP + STEP / 2;
          return (
            <g key={date}>
              <title>{`${date}：${count}${unit}`}</title>
              <rect
                x={index * STEP + 5}
                y={16 + HEIGHT - height}
                width={STEP - 10}
                height={Math.max(height, 1)}
                rx={2}
              />
              {count > 0 && (
                <text x={middle} y={12 + HEIGHT - height}>
                  {count}
                </text>
              )}
              <text x={middle} y={HEIGHT + 30} className="day-bars-date">
                {shortDay(date, index, days.length)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

// Every seventh day counted from today is named; more would not fit a phone.
const shortDay = (date: string, index: number, length: number) =>
  (length - 1 - index) % 7 === 0 ? `${Number(date.slice(5, 7))}-${date.slice(8)}` : '';
