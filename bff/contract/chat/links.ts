/** A piece of what somebody has said: words, or an address of the web among them. */
export interface Piece {
  text: string;
  /** Where it leads, the same letters as `text`; null: words. */
  href: string | null;
}

/**
 * Only what a browser fetches, in letters that everybody can tell apart: a host in look-alikes of another alphabet stays
 * words. So does what hides its host behind a name (`https://bank.example@elsewhere.example`).
 */
const ADDRESS = new RegExp(
  'https?://[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\\d{1,5})?' +
    // A path, or the end of the host: no letter of any alphabet follows, and no name that it would only stand before.
    "(?:[/?#][\\w!#$%&'()*+,./:;=?@[\\]~-]*|(?![\\w@]|:\\d|[.-](?:\\w|[^ -~])|[^ -~，。；：！？、（）【】《》“”‘’…—\\s]))",
  'g',
);
/** What ends a sentence ends the address before it. */
const SENTENCE_END = /[.,;:!?'")\]]+$/;

/** What was said, with the addresses in it apart; put together again it is what it was. Pure. */
export function piecesOf(said: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const words = (until: number) => {
    if (until > from) pieces.push({ text: said.slice(from, until), href: null });
  };
  ADDRESS.lastIndex = 0;
  for (let found = ADDRESS.exec(said); found; found = ADDRESS.exec(said)) {
    const href = found[0].replace(SENTENCE_END, '');
    words(found.index);
    pieces.push({ text: href, href });
    from = found.index + href.length;
  }
  words(said.length);
  return pieces;
}

/** The host of an address, as whoever is asked reads it. */
export const hostOf = (href: string): string => /^https?:\/\/([^/?#]+)/i.exec(href)?.[1]?.toLowerCase() ?? '';

/** Whether an address is one of ours, which nobody is asked about. @param origin such as https://zm.example.cn */
export const isOwnAddress = (href: string, origin: string): boolean =>
  href === origin || ['/', '?', '#'].some((next) => href.startsWith(origin + next));
