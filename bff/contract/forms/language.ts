/**
 * The language in which sections of forms are written, as plain data: one object serves form, validation, the staff's view,
 * difference, print, import and export, so that nothing about a field is written twice (ADR 52). Types alone: a mini-program
 * reads it, a test walks it, and what reads it stands in `form-reading` and in `bff/modules/forms`.
 */

/** When something is so: judged of the values of one row, and of the facts of the registry beside them. */
export type Cond =
  | { field: string; is: Code | readonly Code[] }
  | { field: string; includes: Code | readonly Code[] }
  | { field: string; filled: true }
  | { all: readonly Cond[] }
  | { any: readonly Cond[] }
  | { not: Cond };

/** A key of a table, or what a flag says. */
export type Code = string | boolean;

export type FieldKind =
  /** One line; several; yyyy-MM-dd; yyyy-MM; yyyy. */
  | 'text'
  | 'lines'
  | 'date'
  | 'month'
  | 'year'
  /** A whole number; an amount; yes or no. */
  | 'whole'
  | 'fen'
  | 'flag'
  /** A key of a table; several; a division of GB/T 2260, to the county, or a country. */
  | 'code'
  | 'codes'
  | 'region'
  | 'phone'
  | 'mobile'
  | 'email'
  | 'url'
  /** Digits alone, and what a pattern describes: full-width forms and blanks are mended, letters made capital. */
  | 'digits'
  | 'mask'
  /** Tokens of uploads; the accepted photo; what is computed and never typed. */
  | 'files'
  | 'photo'
  | 'derived';

/** What a value may be once it is stored. */
export type Value = string | number | boolean | readonly string[];
/** The values of one row, by key of the field; what is empty is absent. */
export type Values = Readonly<Record<string, Value>>;

/** P0 the licence … P4 identity documents (profile-sections.md, Privacy classes). P3 and P4 are encrypted at rest. */
export type PrivacyClass = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';

/** After the first approval: at once, after a review, by a ticket, never. */
export type ChangeClass = 'free' | 'review' | 'ticket' | 'fixed';

/** today; birth+16y; or the key of another field of the row, of the same precision or finer. */
export type Bound = 'today' | `birth+${number}y` | { field: string };

export interface Field<Table extends string = string, Pattern extends string = string> {
  key: string;
  /** At most twelve characters, as people call it. */
  label: string;
  hint?: string;
  /** Shown under the field and in the words of its fault. */
  example?: string;
  kind: FieldKind;
  /** Variants of the section whose rows have it; absent: every one. */
  variants?: readonly string[];
  required?: true | Cond;
  /** Where it does not hold, the field is hidden: kept in the draft, not asked for, not submitted. */
  shownIf?: Cond;
  /** Characters, digits, the number itself (`whole`; of `scale` parts), files, or years of age: see `kind`. */
  min?: number;
  max?: number;
  /** A number is kept in that many parts of one, and typed with decimals: 10 for 2.5 hours. */
  scale?: 10;
  pattern?: Pattern;
  options?: Table;
  /** Choices that the office has added to an open table, by code. */
  added?: Readonly<Record<string, AddedOption>>;
  /** What is suggested where any text may stand. */
  suggests?: readonly string[];
  maxChosen?: number;
  notBefore?: Bound;
  notAfter?: Bound;
  /** 至今 may stand in place of a date: a choice of its own, not an empty field. */
  mayBePresent?: true;
  /** Absent: the member. */
  from?: 'registry' | 'member' | 'derived';
  /** Absent: as the section. */
  change?: ChangeClass;
  privacy?: PrivacyClass;
  /** Columns of twelve in the printed list of the section. */
  width?: number;
  /** A box of the printed form that shows it. */
  box?: string;
  /** Heading in Excel sheets; absent: the label. */
  column?: string;
}

/** `isOffered` false: read and printed, not chosen any more. */
export interface AddedOption {
  label: string;
  isOffered: boolean;
}

export interface Step {
  key: string;
  label: string;
  fields: readonly string[];
}

export interface Section<Table extends string = string, Rule extends string = string, Pattern extends string = string> {
  key: string;
  label: string;
  /** Raised with each change of its fields; stored data names it. */
  version: number;
  shape: 'single' | 'list';
  variants?: Readonly<Record<string, { label: string }>>;
  /** Judged of 基本信息 and of the facts of the registry. */
  shownIf?: Cond;
  minRows?: number;
  maxRows: number;
  /** 本人无此项: what a list without rows has to say. */
  noneLabel?: string;
  /** A sentence that is shown above the list. */
  intro?: string;
  /** Fields whose values name a row. */
  title: readonly string[];
  sort: readonly [field: string, direction: 'asc' | 'desc'] | null;
  unique?: readonly string[];
  overlaps?: 'allow' | 'warn';
  change: ChangeClass;
  privacy: PrivacyClass;
  steps?: readonly Step[];
  fields: readonly Field<Table, Pattern>[];
  rules: readonly Rule[];
}

/**
 * A table of codes: `known` reads and prints, what `retired` names is no longer offered. Office may add to an `open` one.
 */
export interface CodeTable {
  label: string;
  known: Readonly<Record<string, string>>;
  retired?: readonly string[];
  open?: true;
}
