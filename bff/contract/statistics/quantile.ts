/**
 * The place of the range in which a share of all counted lies, 0.5 for the median (of an even number the lower of the middle
 * two); -1 where nothing was counted. Pure.
 */
export function rangeAt(counts: readonly number[], share: number): number {
  const wanted = Math.ceil(counts.reduce((sum, n) => sum + n, 0) * share);
  if (wanted === 0) return -1;
  let before = 0;
  return counts.findIndex((n) => (before += n) >= wanted);
}
