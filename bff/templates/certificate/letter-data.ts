/** How wide a roster column is, relative to the others. */
export type ColumnWidth = 'narrow' | 'name' | 'licence' | 'date' | 'wide';

export interface Table {
  columns: { label: string; width: ColumnWidth }[];
  /** One string per column; may be empty strings, never missing. */
  rows: string[][];
}
export interface Roster extends Table {
  title: string;
  /** Whose it is, over every page; absent in letters frozen before. */
  firm?: string;
  /** 按姓氏笔画排序, below the title; absent in letters frozen before. */
  note?: string;
  /** What its pages are called over each of them; absent: 名单. */
  head?: string;
}

/** What a letter says in English; the last four are absent in letters frozen before, and empty where nothing is set. */
export interface EnglishLetter {
  association: string;
  title: string;
  paragraphs: string[];
  /** 22 November 2026 */
  issuedOn: string;
  /** Title of whoever signs: Secretary-General. */
  signatory?: string;
  /** Where a foreign bar can ask. */
  address?: string;
  email?: string;
  /** How to verify the letter, a sentence. */
  verifying?: string;
}

/** Everything the letter prints. It is frozen with the certificate: what is not in here cannot appear on paper. */
export interface LetterData {
  /** Name of the association, 江海市律师协会: letterhead, signature and seal. */
  association: string;
  /** 证明 */
  title: string;
  /** 编号; null in previews, which carry no number. */
  number: string | null;
  paragraphs: string[];
  /** Of a preview: sentences of the paragraphs that are not so by our own register, marked. */
  untrue?: readonly string[];
  /** A short table, after that many paragraphs. */
  table: (Table & { after: number }) | null;
  /** 特此证明。 Stands with the signature, so that a signature is never alone on a page. */
  closing: string;
  /** The same letter in English, between the Chinese text and the signature. */
  english: EnglishLetter | null;
  /** 2026年11月22日 */
  issuedOn: string;
  /** 2027年5月27日, the last day on which it may be relied on; absent if it has none. */
  validUntil?: { chinese: string; english: string } | null;
  /** Annex, on pages of its own. */
  roster: Roster | null;
  /** 用途 in the applicant's own words, 「…」: printed below signature and seal as what the applicant filled in. */
  applicantPurpose: string | null;
  /** Words where the seal would stand (Signer.unsealed); null or absent: the seal is drawn there. */
  unsealed?: string | null;
  /** Present exactly when the letter is issued: it then carries QR code, 核验码 and, but for `unsealed`, the seal. */
  verification: { url: string; code: string } | null;
  watermark: '示样' | '样本' | null;
  /** Words over every page of a letter that proves nothing: 测试环境签发，不具证明效力 */
  testNotice: string | null;
}
