/** From when until when somebody was there; instants are epoch ms. */
export interface Stay {
  joinedAt: number;
  leftAt: number;
}

/**
 * What of an activity somebody was there for: stays that overlap, on a telephone and a computer, count once; what was before
 * it and after it does not. null: nothing of it.
 */
export function presenceOf(
  stays: readonly Stay[],
  { beginsAt, endsAt }: { beginsAt: number; endsAt: number },
): { minutes: number; arrivedAt: number; leftAt: number } | null {
  const within = stays
    .map(({ joinedAt, leftAt }) => [Math.max(joinedAt, beginsAt), Math.min(leftAt, endsAt)] as const)
    .filter(([from, to]) => to > from)
    .sort(([a], [b]) => a - b);
  let [total, covered] = [0, 0];
  for (const [from, to] of within) {
    total += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  const first = within[0];
  return first ? { minutes: Math.floor(total / 60_000), arrivedAt: first[0], leftAt: covered } : null;
}
