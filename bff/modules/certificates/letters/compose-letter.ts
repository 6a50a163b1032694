import type { EnglishLetter, Roster, Table } from '../../../templates/certificate/letter-data.ts';
import type { RosterOrder } from '../../../contract/settings/enums.ts';
import { isTable, type Placeholder, type TablePlaceholder } from '../../../contract/certificate-types/placeholders.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { fillWording } from './fill-wording.ts';
import { LETTER_TABLES, rosterOf } from './letter-tables.ts';
import { typedPurpose, valuesOf, type LetterContext, type Office } from './letter-values.ts';
import { partsOfWording } from './wording-parts.ts';

/** What a letter says, before number, QR code and seal: frozen into the certificate when it is decided. */
export interface LetterContent {
  association: string;
  /** Absent in letters that were frozen before titles could differ: 证明. */
  title?: string;
  paragraphs: string[];
  /** A short table in the letter itself, after that many paragraphs. */
  table?: (Table & { after: number }) | null;
  /** The same letter in English, below the Chinese text. */
  english?: Omit<EnglishLetter, 'issuedOn'> | null;
  roster: Roster | null;
  /** 用途 in the applicant's own words, apart from what the association says; absent in letters frozen before. */
  applicantPurpose?: string | null;
  /** yyyy-MM-dd, Asia/Shanghai. */
  issuedOn: string;
}

export interface Wording {
  /** Paragraphs, with the marks of wording-parts.ts, placeholders.ts and letter-tables.ts. */
  body: string;
  /** Title of the annexed roster; null: lawyers are named in the text. */
  rosterTitle: string | null;
}

/** More names than this make a sentence nobody can read: they go into an annex. */
const NAMES_IN_TEXT = 8;
/** A table of more lines than this does not fit on one page with text and seal. */
const LINES_IN_TEXT = 10;
/** Characters of the longest cell that stand on one line of it. */
const CHARACTERS_IN_LINE = 32;

/** A wording that says nothing of a purpose prints none. */
const SPEAKS_OF_PURPOSE = /\{\{[^}]*\bpurpose\b/;

/** Values as a letter says them, or with something about them. */
export type Said = (values: Record<Placeholder, string>) => Record<Placeholder, string>;

/** Fills a wording from frozen facts. Throws when it uses a word that placeholders.ts does not know. */
export function composeLetter(
  wording: Wording,
  facts: ReviewFacts,
  office: Office,
  said: Said = (values) => values,
): LetterContent {
  const { title, body, english } = partsOfWording(wording.body);
  const { text, name, after } = withoutTable(body);
  const table = name && LETTER_TABLES[name](facts);
  const annex = annexOf(wording, facts, office.rosterOrder);
  const isTableAnnexed = table !== null && linesOf(table) > LINES_IN_TEXT && annex === null;
  const hasTable = table !== null && table.rows.length > 0;
  const context: LetterContext = {
    ...facts,
    office,
    lawyersStand: placeOfLawyers(facts, annex),
    tableStands: !hasTable ? 'nowhere' : isTableAnnexed ? 'annexed' : 'in-text',
  };
  const values = said(valuesOf(context));
  const before = paragraphsOf(text.slice(0, after), values);
  return {
    association: office.association,
    title,
    paragraphs: [...before, ...paragraphsOf(text.slice(after), values)],
    table: hasTable && !isTableAnnexed ? { columns: table.columns, rows: table.rows, after: before.length } : null,
    english: english && {
      association: office.associationEnglish,
      title: english.title,
      paragraphs: paragraphsOf(english.body.split('\n'), values),
      signatory: office.signatoryEnglish,
      address: office.addressEnglish,
      email: office.certificateEmail,
      verifying: office.verifyingEnglish,
    },
    roster: isTableAnnexed ? annexedTable(table, facts) : annex,
    applicantPurpose: SPEAKS_OF_PURPOSE.test(wording.body) ? typedPurpose(facts) : null,
    issuedOn: facts.today,
  };
}

/** The lawyers of a firm's letter, where they are not named in its text. */
function annexOf({ rosterTitle }: Wording, { firm, lawyers, roster }: ReviewFacts, order: RosterOrder): Roster | null {
  if (!firm) return null;
  const isLong = lawyers.length > NAMES_IN_TEXT;
  if (roster.length > 0) {
    const isPart = lawyers.length < roster.length;
    return {
      firm: firm.name,
      ...rosterOf(rosterTitle ?? '全体律师名单', roster, { order, marked: isLong && isPart ? lawyers : [] }),
    };
  }
  if (lawyers.length === 0 || (rosterTitle === null && !isLong)) return null;
  return { firm: firm.name, ...rosterOf(rosterTitle ?? '律师名单', lawyers, { order }) };
}

const linesOf = ({ rows }: Table): number =>
  rows.reduce((lines, row) => lines + Math.ceil(Math.max(...row.map((cell) => cell.length)) / CHARACTERS_IN_LINE), 0);

/** A long table on pages of its own, each of which says whose it is. */
function annexedTable(table: Roster, { firm, lawyers: [lawyer] }: ReviewFacts): Roster {
  const name = firm?.name ?? lawyer?.name;
  return { ...table, head: table.title, ...(name !== undefined && { firm: name }) };
}

function placeOfLawyers({ lawyers, roster }: ReviewFacts, annex: Roster | null): LetterContext['lawyersStand'] {
  if (roster.length === 0 || lawyers.length === roster.length) return annex ? 'annexed' : 'in-text';
  return lawyers.length > NAMES_IN_TEXT ? 'marked' : 'in-text';
}

/** Lines of the text, and which table stands before which of them. */
function withoutTable(body: string): { text: string[]; name: TablePlaceholder | null; after: number } {
  const lines = body.split('\n');
  for (const [after, line] of lines.entries()) {
    const name = /^\{\{[ \t]*(\w+)[ \t]*\}\}$/.exec(line.trim())?.[1] ?? '';
    if (isTable(name)) return { text: lines.toSpliced(after, 1), name, after };
  }
  return { text: lines, name: null, after: lines.length };
}

function paragraphsOf(lines: string[], values: Record<Placeholder, string>): string[] {
  const text = lines.join('\n');
  // A wording may end with its table, and an empty one is none.
  if (text.trim() === '') return [];
  return fillWording(text, values)
    .split('\n')
    .map((p) => p.replaceAll('\t', ' ').trim())
    .filter((p) => p !== '');
}
