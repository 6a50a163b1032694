/**
 * The closed rich text of staff: paragraphs, headings, lists, tables, emphasis and links, nothing else. The server keeps no
 * other tag or attribute, whatever an editor sends; clients draw it tag by tag, never as markup.
 */
export const RICH_TAGS = [
  'p',
  'br',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'blockquote',
  'strong',
  'em',
  'u',
  'a',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
] as const;
export type RichTag = (typeof RICH_TAGS)[number];

/** Where a link may lead. */
export const LINK_SCHEMES = ['https', 'http', 'mailto', 'tel'] as const;

/** Tags within tags: a list in a table in a quotation has as many. */
export const MAX_RICH_DEPTH = 12;

/** A piece of rich text: words, or a tag with what is in it. */
export type RichNode = { text: string } | { tag: RichTag; href?: string | undefined; of: RichNode[] };

/** Words as rich text: a paragraph for each, with its lines; blank lines stand between paragraphs. */
export const nodesOfWords = (words: string): RichNode[] =>
  words
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({
      tag: 'p',
      of: part
        .split('\n')
        .flatMap((line, at): RichNode[] => (at === 0 ? [{ text: line }] : [{ tag: 'br', of: [] }, { text: line }])),
    }));

/** Its words alone. */
export const wordsOf = (nodes: readonly RichNode[]): string =>
  nodes.map((node) => ('text' in node ? node.text : node.tag === 'br' ? '\n' : wordsOf(node.of))).join('');
