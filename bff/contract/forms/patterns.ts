/** What a `mask` or `digits` may look like: a name, so that a section stays plain data. */
export interface Pattern {
  /** Source of a regular expression over the mended text. */
  source: string;
  /** After the label, in the words of its fault. */
  words: string;
  /** Source of what people write besides and that is no part of it. */
  drops?: string;
}

export const PATTERNS = {
  /** Of a person: kept as names are (contract/names.ts). */
  name: { source: '^[^=+@-]', words: '应为姓名' },
  certificateNo: { source: '^[A-Z0-9-]{6,20}$', words: '应为6至20位字母或数字' },
  diplomaNo: { source: '^[A-Z0-9-]{5,30}$', words: '应为5至30位字母或数字' },
  verificationCode: { source: '^[A-Z0-9]{12,20}$', words: '应为12至20位字母或数字' },
  recognitionNo: { source: '^[A-Z0-9]{8,20}$', words: '应为8至20位字母或数字' },
  postcode: { source: '^\\d{6}$', words: '应为6位数字' },
  qq: { source: '^[1-9]\\d{4,10}$', words: '应为5至11位数字，首位不为0' },
  wechat: { source: '^[A-Za-z][A-Za-z0-9_-]{5,19}$', words: '应为6至20位，以字母开头，只含字母、数字、下划线和连字符' },
  /** As books print it: ISBN 978-7-5118-1234-6. */
  isbn: { source: '^(?:\\d{9}[\\dX]|\\d{13})$', words: '应为10位或13位编号', drops: '^ISBN[:-]*|-' },
} as const satisfies Record<string, Pattern>;
export type PatternName = keyof typeof PATTERNS;
