/** The first group of a pattern in a PDF that our own printer wrote; throws where it is not there. */
export function mustMatch(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`not a PDF of our printer: no ${pattern.source}`);
  return found;
}
