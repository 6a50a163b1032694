/**
 * Characters that nobody sees and no honest person types: controls, direction marks and their embeddings and isolates,
 * zero-width and soft hyphens, fillers that are drawn as nothing (Hangul, Khmer, Mongolian, the blank Braille cell), tags,
 * ends of lines and paragraphs that are no line feed, halves of characters. They make two texts that look alike differ,
 * turn the order of what is read, or carry words that only a machine sees. The classes are Unicode's own
 * (Cc, Cf, Zl, Zp, Cs, Default_Ignorable_Code_Point, Noncharacter_Code_Point), so that a later edition's are in as well.
 *
 * Characters of private use (Co) are among them: everybody sees another shape, or none.
 *
 * Variation selectors are among them. After a Han character they would choose a glyph (IVS): the letter's fonts know none
 * of those glyphs, identity documents of the mainland name characters without them, and with one a name would no longer be
 * found; a rare form has a code point of its own. Only the two that choose between text and picture (U+FE0E, U+FE0F) may
 * stand where keyboards put them by themselves: after an emoji, and in a keycap.
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\uFFFC\uFFFD]/u;
const LINE_FEED_OR_TAB = /[\n\r\t]/g;
const OF_EMOJI = /(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F(?=\u20E3)/gu;

/** Whether a text may have several lines. */
export type Lines = 'one-line' | 'lines';

/** The first hidden character of a text, as `第3个字，U+200B`; null: there is none. */
export function hiddenCharacter(text: string, lines: Lines): string | null {
  // Of the same length, so that places stay what they are.
  const emoji = text.replace(OF_EMOJI, ' ');
  const looked = lines === 'lines' ? emoji.replace(LINE_FEED_OR_TAB, ' ') : emoji;
  const found = HIDDEN.exec(looked);
  if (!found) return null;
  const code = looked.codePointAt(found.index) ?? 0;
  const place = [...looked.slice(0, found.index)].length + 1;
  return `第${place}个字，U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Planes and block of private use. */
const PRIVATE = /U\+(?:E[0-9A-F]{3}|F[0-8][0-9A-F]{2}|F[0-9A-F]{4}|10[0-9A-F]{4})$/;

/** What the field is told: which, where, and what to do. */
export const hiddenMessage = (label: string, found: string): string =>
  PRIVATE.test(found)
    ? `${label}含有自造字（${found}），无法显示和打印，请改用通用字`
    : `${label}含有无法使用的字符（${found}），请删除后重新输入`;

/** Fields whose schemas take apart or compare what was typed and have no label of their own. */
const LABELS: Record<string, string> = {
  login: '账号',
  password: '密码',
  current: '当前密码',
  next: '新密码',
  code: '验证码',
  email: '邮箱',
  body: '正文',
  number: '号码',
  serial: '序号',
};

/** Hidden characters anywhere in what a client sent: a message by path of keys (`paper.address`). */
export function hiddenFaults(sent: unknown, path: readonly string[] = []): Record<string, string> {
  if (typeof sent === 'string') {
    const found = hiddenCharacter(sent, 'lines');
    return found ? { [path.join('.') || '_']: hiddenMessage(LABELS[path.at(-1) ?? ''] ?? '此项', found) } : {};
  }
  if (typeof sent !== 'object' || sent === null) return {};
  const below = Object.entries(sent as Record<string, unknown>);
  return Object.assign({}, ...below.map(([key, value]) => hiddenFaults(value, [...path, key]))) as Record<
    string,
    string
  >;
}
