/** A column in both dialects; made by the functions below. */
export interface Column {
  mysql: string;
  sqlite: string;
  nullable: boolean;
  default?: string | number;
  /** Characters; MySQL knows it from the type, SQLite only from a CHECK. */
  maxLength?: number;
  references?: { table: string; onDelete: 'RESTRICT' | 'CASCADE' | 'SET NULL' };
}

export type Columns = Record<string, Column>;

/** Keys of a table; each list is one key over those columns, in that order. */
export interface Keys {
  unique?: string[][];
  indexes?: string[][];
}

const required = (mysql: string, sqlite: string): Column => ({ mysql, sqlite, nullable: false });

/** Primary key `id`, counted up by the database. */
export const id = (): Column => required('BIGINT AUTO_INCREMENT PRIMARY KEY', 'INTEGER PRIMARY KEY AUTOINCREMENT');

/** Words for people, up to `n` characters; compared without regard to case, but 𠮷 is not 𡃁. */
export const text = (n: number): Column => ({
  ...required(`VARCHAR(${n}) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`, `VARCHAR(${n}) COLLATE NOCASE`),
  maxLength: n,
});

/** Words for people without a limit of the database (16 MB). */
export const longText = (): Column =>
  required('MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci', 'TEXT COLLATE NOCASE');

/** Numbers, codes, states, tokens: compared byte by byte. */
export const identifier = (n: number): Column => ({
  ...required(`VARCHAR(${n}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`, `VARCHAR(${n})`),
  maxLength: n,
});

/** Epoch milliseconds. */
export const instant = (): Column => required('BIGINT', 'BIGINT');

/** yyyy-MM-dd. */
export const plainDate = (): Column => required('CHAR(10) CHARACTER SET ascii COLLATE ascii_bin', 'CHAR(10)');

/** Money in fen. */
export const fen = (): Column => required('BIGINT', 'BIGINT');

/** Whole numbers. */
export const integer = (): Column => required('BIGINT', 'BIGINT');

/** 0 or 1. */
export const flag = (): Column => required('TINYINT(1)', 'TINYINT(1)');

/** JSON kept as text, so that both engines give back what was written. */
export const json = (): Column => required('MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', 'TEXT');

/** A small file or an encrypted value, up to 16 MB. */
export const bytes = (): Column => required('MEDIUMBLOB', 'BLOB');

/** The id of a row in `table`, which cannot be deleted while this one stands. */
export const reference = (table: string): Column => ({
  ...required('BIGINT', 'BIGINT'),
  references: { table, onDelete: 'RESTRICT' },
});

/** The id of a row in `table`; goes when that row goes. */
export const ownedBy = (table: string): Column => ({
  ...required('BIGINT', 'BIGINT'),
  references: { table, onDelete: 'CASCADE' },
});

export const optional = (column: Column): Column => ({ ...column, nullable: true });

export const defaultsTo = (column: Column, value: string | number): Column => ({ ...column, default: value });
