import { doubtsIn, type Finding } from './rules.ts';

/** What makes a doubt another one. */
export const doubtKey = ({ rule, subject, datum }: Finding) => `${rule}|${subject?.kind}|${subject?.id}|${datum}`;

/** Doubts that have come up since the findings that a reviewer has seen. */
export function newDoubts(seen: Finding[], now: Finding[]): Finding[] {
  const known = new Set(doubtsIn(seen).map(doubtKey));
  return doubtsIn(now).filter((finding) => !known.has(doubtKey(finding)));
}
