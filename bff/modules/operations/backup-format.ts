import { createHash } from 'node:crypto';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Row } from '../../platform/db/tables.ts';

/** What a backup says about itself; `tables` and `files` are read again to prove that a restored system is the same. */
export interface Manifest {
  format: 1;
  /** Instant of the snapshot, ISO. */
  takenAt: string;
  /** Migrations of the schema: a backup is restored with the version that wrote it. */
  schema: string[];
  tables: Record<string, Digest>;
  files: Digest;
}
export interface Digest {
  count: number;
  /** SHA-256 over the lines, hex. */
  sha256: string;
}

export const MANIFEST = 'manifest.json';
/** Filled by migrations, not by a restore. */
export const SCHEMA_TABLE = 'migrations';
export const tableFile = (table: string): string => `tables/${table}.jsonl.gz`;

/** One row as one line; the same on every engine. */
export const lineOf = (row: Row): string => `${JSON.stringify(row)}\n`;

/** One file as one line: hash and key. */
export const fileLine = (key: string, bytes: Buffer): string => `${sha256(bytes)}  ${key}\n`;

/** Counts and hashes lines as they pass. */
export class LineDigest {
  #hash = createHash('sha256');
  #count = 0;

  add(line: string): void {
    this.#hash.update(line);
    this.#count++;
  }

  get digest(): Digest {
    return { count: this.#count, sha256: this.#hash.copy().digest('hex') };
  }
}
