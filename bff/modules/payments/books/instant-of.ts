/** RFC 3339 as WeChat Pay writes instants → epoch ms; null for what is none. */
export function instantOf(written: string | undefined): number | null {
  const at = Date.parse(written ?? '');
  return Number.isNaN(at) ? null : at;
}
