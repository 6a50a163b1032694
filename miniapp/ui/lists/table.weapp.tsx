/** Tables are for PC; the mini-program shows rows (useWide is false there). */
export function Table(): null {
  return null;
}
