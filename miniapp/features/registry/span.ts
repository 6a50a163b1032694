/** A time in days, both included; `open` is said where it has no end. */
export function span(fromOn: string | null, untilOn: string | null, open: string): string {
  if (fromOn === null) return '—';
  return `${fromOn} 至 ${untilOn ?? open}`;
}
