import type { OpenActivity } from '../../../../bff/contract/activities/replies.ts';

/** Sessions of one series that may be signed up for; never none. */
export interface SeriesLine {
  series: NonNullable<OpenActivity['series']>;
  /** What begins first before the others. */
  sessions: [OpenActivity, ...OpenActivity[]];
}
type OpenLine = OpenActivity | SeriesLine;

/** 正在报名活动 line by line: a series stands where the first of its sessions does, and is one line. */
export function openLines(items: readonly OpenActivity[]): OpenLine[] {
  const lines: OpenLine[] = [];
  const known = new Map<number, SeriesLine>();
  for (const item of items) {
    const { series } = item;
    const line = series && known.get(series.id);
    if (!series) lines.push(item);
    else if (line) line.sessions.push(item);
    else {
      const made: SeriesLine = { series, sessions: [item] };
      known.set(series.id, made);
      lines.push(made);
    }
  }
  for (const { sessions } of known.values()) sessions.sort((one, other) => one.beginsAt.localeCompare(other.beginsAt));
  return lines;
}

/** Who signs up for all of them needs a seat in each; who chooses, one in any. */
export function isFull({ series, sessions }: SeriesLine): boolean {
  const isTaken = ({ left }: OpenActivity) => left === 0;
  return series.way === 'whole' ? sessions.some(isTaken) : sessions.every(isTaken);
}
