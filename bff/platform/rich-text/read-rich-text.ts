import { RICH_TAGS, type RichNode, type RichTag } from '../../contract/rich-text/tags.ts';

const TOKEN = /<(\/?)([a-z]+\d?)((?:\s[^>]*)?)>|([^<]+)/g;
const KNOWN: ReadonlySet<string> = new Set(RICH_TAGS);
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  nbsp: '\u{a0}',
  '#39': "'",
};

/**
 * What `keepRichText` has kept, as clients draw it. It wrote every tag itself: closed, in small letters, with `href` alone;
 * anything else that stands there is taken as words.
 */
export function readRichText(body: string): RichNode[] {
  const top: RichNode[] = [];
  const open: { tag: RichTag; of: RichNode[] }[] = [];
  const put = (node: RichNode) => (open.at(-1)?.of ?? top).push(node);
  for (const [, closing, tag = '', attributes = '', words] of body.matchAll(TOKEN)) {
    if (words !== undefined) put({ text: plain(words) });
    else if (!KNOWN.has(tag)) continue;
    else if (closing) open.pop();
    else {
      const href = /\shref="([^"]*)"/.exec(attributes)?.[1];
      const node = { tag: tag as RichTag, ...(href !== undefined && { href: plain(href) }), of: [] };
      put(node);
      if (tag !== 'br') open.push(node);
    }
  }
  return top;
}

const plain = (written: string): string =>
  written.replace(/&(lt|gt|quot|amp|nbsp|#39);/g, (_all, name: string) => ENTITIES[name] ?? '');

/** Plain text as rich text: a paragraph for each of its lines. */
export const linesAsRichText = (words: string): RichNode[] =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ tag: 'p', of: [{ text: line }] }));
