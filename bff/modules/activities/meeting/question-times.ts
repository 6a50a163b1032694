import { QUESTION_MINUTES } from '../../../contract/activity-meeting/limits.ts';

const WINDOW_MS = QUESTION_MINUTES * 60_000;

type Times = { beginsAt: number; endsAt: number };

/** From when a question is asked, and until when it may be answered, that instant excluded; epoch ms. */
export function windowOf(
  { permille }: { permille: number },
  { beginsAt, endsAt }: Times,
): { from: number; to: number } {
  const from = beginsAt + Math.round(((endsAt - beginsAt - WINDOW_MS) * permille) / 1000);
  return { from, to: from + WINDOW_MS };
}

/**
 * When so many questions are asked, in thousandths of the time in which they may be: one in each part of it, in the first
 * six tenths of that, so that one is answered before the next. `draw(n)`: a whole number below n.
 */
export function drawPermilles(count: number, draw: (below: number) => number): number[] {
  const part = 1000 / count;
  return Array.from({ length: count }, (_, nth) => Math.floor(nth * part) + draw(Math.floor(part * 0.6)));
}

/** What of an activity one was there for who has answered so many of its questions, in whole minutes. */
export const minutesOf = (
  { answered, asked }: { answered: number; asked: number },
  { beginsAt, endsAt }: Times,
): number => Math.floor(((endsAt - beginsAt) / 60_000) * (answered / asked));
