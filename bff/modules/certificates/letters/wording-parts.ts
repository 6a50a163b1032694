/** A wording taken apart before anything is filled in: what a member writes can never be one of these marks. */
export interface WordingParts {
  /** After `# ` in the first line; 证明 without one. */
  title: string;
  body: string;
  /** Below a line of `---`: the same letter in English, with a title of its own. */
  english: { title: string; body: string } | null;
}

const ENGLISH_BEGINS = /^---+[ \t]*$/m;
const TITLE = /^#[ \t]+(.+)\r?\n/;

/** Reads the marks of a wording: a title line `# …`, and `---` before the English text. */
export function partsOfWording(wording: string): WordingParts {
  const [chinese = '', english] = wording.split(ENGLISH_BEGINS);
  return {
    ...titled(chinese, '证明'),
    english: english === undefined ? null : titled(english, 'Certificate'),
  };
}

function titled(text: string, otherwise: string): { title: string; body: string } {
  const trimmed = text.trimStart();
  const title = TITLE.exec(trimmed);
  return title
    ? { title: title[1]?.trim() ?? otherwise, body: trimmed.slice(title[0].length) }
    : { title: otherwise, body: trimmed };
}
