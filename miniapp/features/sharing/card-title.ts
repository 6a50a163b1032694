/** What a card says of a certificate: its kind, and what it is for where that was said. */
export function cardTitle(what: string, purpose: string): string {
  return purpose ? `${what}（用途：${purpose}）` : what;
}
