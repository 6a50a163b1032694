import type { Summary } from './samples.ts';

/** One line of the table of measures. */
export interface Line {
  what: string;
  yardstick: string;
  reach: string;
  /** The figure with its spread, or why there is none. */
  measured: string;
  outcome: 'met' | 'missed' | 'not measured';
  /** What the figure rests on: absolute values of this machine, and anything a reader should know. */
  note: string;
}

type Subject = Pick<Line, 'what' | 'yardstick'>;

/** A ratio that must be at most, or at least, so much. */
export function ratioLine(
  subject: Subject,
  limit: { atMost: number } | { atLeast: number },
  ratio: Summary,
  note: string,
): Line {
  const { median, low, high, count } = ratio;
  const isMet = 'atMost' in limit ? median <= limit.atMost : median >= limit.atLeast;
  return {
    ...subject,
    reach: 'atMost' in limit ? `at most ${limit.atMost} ×` : `at least ${limit.atLeast} ×`,
    measured: count === 1 ? `${round(median)} ×` : `${round(median)} × (${round(low)}–${round(high)}, ${count} pairs)`,
    outcome: isMet ? 'met' : 'missed',
    note,
  };
}

/** A figure without a spread, such as a size. */
export function plainLine(subject: Subject, reach: string, measured: string, isMet: boolean, note: string): Line {
  return { ...subject, reach, measured, outcome: isMet ? 'met' : 'missed', note };
}

/** Why there is no figure. */
export function skippedLine(subject: Subject, reach: string, why: string): Line {
  return { ...subject, reach, measured: why, outcome: 'not measured', note: '' };
}

/** Three digits that mean something. */
export function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3).replace(/\.?0+$/, '');
}
