/** A screen reader of a telephone moves by headings; nobody walks there with Tab. */
export function SkipLink(): null {
  return null;
}
