import sanitizeHtml from 'sanitize-html';
import { LINK_SCHEMES, MAX_RICH_DEPTH, RICH_TAGS } from '../../contract/rich-text/tags.ts';
import { namesIdentity } from '../../contract/text.ts';
import { AppError } from '../../errors.ts';
import { readRichText } from './read-rich-text.ts';

/** What editors and Word write for what the closed rich text has. */
const WRITTEN_AS = { b: 'strong', i: 'em', h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4', div: 'p' } as const;
/** Where the words in them are none of the text. */
const WORDLESS = ['style', 'script', 'textarea', 'option', 'noscript', 'iframe', 'object', 'svg', 'math', 'template'];
/** After these a line ends. */
const BLOCKS = new Set(['p', 'h3', 'h4', 'li', 'tr', 'blockquote']);

/** A field of rich text: under which name faults are answered, what it is called, and how many characters its words may have. */
export interface RichField {
  name: string;
  label: string;
  max: number;
}

/**
 * What of an editor's HTML is kept, and its words alone. Throws `invalid_fields` where no words are left or too many, and for an
 * identity number, which tags in the middle of it would hide from whoever looks at the HTML.
 */
export function keepRichText(html: string, field: RichField): { body: string; bodyText: string } {
  const body = sanitizeHtml(html, {
    allowedTags: [...RICH_TAGS],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: [...LINK_SCHEMES],
    allowProtocolRelative: false,
    transformTags: WRITTEN_AS,
    nonTextTags: WORDLESS,
    nestingLimit: MAX_RICH_DEPTH,
  }).trim();
  const bodyText = linesOf(readRichText(body));
  const length = [...bodyText].length;
  const { name, label, max } = field;
  if (length === 0) throw new AppError('invalid_fields', { fields: { [name]: `请填写${label}` } });
  if (length > max) {
    throw new AppError('invalid_fields', { fields: { [name]: `${label}最多${max}个字，现有${length}个字` } });
  }
  if (namesIdentity(bodyText)) throw new AppError('invalid_fields', { fields: { [name]: '不能写身份证号码' } });
  return { body, bodyText };
}

function linesOf(nodes: ReturnType<typeof readRichText>): string {
  const words = (all: typeof nodes): string =>
    all
      .map((node) => {
        if ('text' in node) return node.text;
        if (node.tag === 'br') return '\n';
        const inner = words(node.of);
        return BLOCKS.has(node.tag) ? `${inner}\n` : node.tag === 'td' || node.tag === 'th' ? `${inner} ` : inner;
      })
      .join('');
  return words(nodes)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}
