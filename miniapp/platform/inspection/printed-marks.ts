import type { Marks } from '../signatures.ts';

/** 编号 and 核验码 in the text of a letter or receipt, as it is printed: beside their labels, or else by their shape. */
export function marksIn(text: string): Marks {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
  const number =
    /(?:编号|Number|No\.?)[^0-9A-Za-z]{0,6}((?:SJ)?\d{10,14}(?:R\d+)?)(?!\d)/i.exec(plain) ??
    /(?:^|\D)((?:SJ)?\d{10}(?:R\d)?)(?!\d)/.exec(plain);
  const code =
    new RegExp(`(?:核验码|Code)[^0-9A-Z]{0,6}(${GROUPS})`, 'i').exec(plain) ??
    new RegExp(`(?:^|[^0-9A-Z])(${GROUPS})(?![0-9A-Z])`).exec(plain.replace(/(?:^|\D)\d{17,18}(?!\d)/g, ' '));
  return { number: number?.[1] ?? null, code: code?.[1]?.replace(/[ -]/g, '').toUpperCase() ?? null, link: null };
}

/** Sixteen characters of Crockford's alphabet in groups of four. */
const GROUP = '[0-9A-HJKMNP-TV-Z]{4}';
const GROUPS = `${GROUP}[ -]${GROUP}[ -]${GROUP}[ -]${GROUP}`;
