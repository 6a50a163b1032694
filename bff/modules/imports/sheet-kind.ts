import type { Transaction } from 'sequelize';
import type { ZodType } from 'zod';
import type { FieldFaults } from '../../contract/errors.ts';
import type { StaffActor } from '../../actor.ts';

/** Values of a row by field. */
export type Values = Record<string, unknown>;

/** A column that is read. */
export interface SheetColumn {
  label: string;
  /** Other headings that are used for the same. */
  also?: readonly string[];
  field: string;
  /** Must be filled in for somebody new. */
  isRequired: boolean;
  /** In characters, in the empty sheet. */
  width: number;
  /** The words that may stand in it, where they are few. */
  choices?: readonly string[];
  /** Words that are often meant; others may stand there as well. */
  suggests?: readonly string[];
  /** What else whoever fills it in has to know. */
  hint?: string;
  /** The name of a person or a firm, in which a look-alike is a doubt. */
  isName?: boolean;
  /** As people's different spellings of one value are compared: what is equal so is found so, and changes nothing. */
  compared?: (text: string) => string;
  /** A member's contact: a new one is not good for everything at once. */
  isContact?: boolean;
  /** The value of a cell with something in it; `day` is what a bare number would mean as one. Throws CellFault. */
  read(text: string, day?: string): unknown;
  /** As people read the value; empty for none. */
  show(value: unknown): string;
}

/** Something to look at before the row is brought in. */
export interface Doubt {
  field: string;
  message: string;
}

/** What a row is about and what stands there now. */
export interface Found {
  id: number;
  version: number;
  values: Values;
}

/**
 * One kind of sheet: how its rows are found, judged and written. Everything runs in the transaction of the whole import;
 * whatever an act refuses becomes a fault of the row.
 */
export interface SheetKind {
  columns: readonly SheetColumn[];
  /** A row as somebody would type it, by field: what the empty sheet shows. What may stay empty may be missing. */
  example: Readonly<Record<string, string>>;
  /** Headings of exports that only tell what others say already; what stands below is not read. */
  told?: readonly string[];
  /** What a row must hold to be found. */
  key: readonly string[];
  /** What of it may be empty, and is found as empty. */
  mayLack?: readonly string[];
  /** Rows that say the same here may stand in each other's way, though their keys differ: they are judged together. */
  kin?: string;
  createSchema: ZodType<object>;
  updateSchema: ZodType<object>;
  /** Whom the row is about, in words. */
  nameOf(values: Values): string;
  /** null: new. Throws RowFaults for a member that does not exist. */
  find(values: Values, t: Transaction): Promise<Found | null>;
  /** What the schemas judge: references resolved, helper columns gone. Throws RowFaults. */
  complete(values: Values, found: Found | null, t: Transaction): Promise<Values>;
  /** What stands besides, which whoever imports decides. `values`: what the row says. */
  doubts?(values: Values, found: Found | null, t: Transaction): Promise<Doubt[]>;
  create(actor: StaffActor, parsed: object, t: Transaction): Promise<unknown>;
  update(actor: StaffActor, parsed: object, found: Found, t: Transaction): Promise<unknown>;
}

/** What of a kind it takes to read its cells. */
export type SheetShape = Pick<SheetKind, 'columns' | 'told' | 'key' | 'mayLack'>;

/** A value as it is compared with others of its column. */
export const comparedValue = ({ compared }: SheetColumn, value: unknown): unknown =>
  compared && typeof value === 'string' ? compared(value) : value;

/** A value of text; empty for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A cell that says nothing its column can hold. */
export class CellFault extends Error {}

/** Faults of a row by field; '' for the whole row. */
export class RowFaults extends Error {
  readonly fields: FieldFaults;
  constructor(fields: FieldFaults) {
    super('a row has faults');
    this.fields = fields;
  }
}
