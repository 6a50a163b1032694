import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { QueryTypes, type Transaction } from 'sequelize';
import { toPlainName, withoutStrangeSigns } from '../../../contract/names.ts';
import { withoutUnseen } from '../../../contract/plain-characters.ts';
import { toHalfWidth } from '../../../contract/text.ts';
import { database } from '../../../platform/db/database.ts';
import { startsWith, type Condition } from '../../../platform/db/keyset.ts';

export type Searchable = 'firm' | 'lawyer';

/** Tables without a model: rows are written in bulk and joined. */
export const owns = ['search_grams', 'search_initials'] as const;

/** Longest name that is searched; the columns hold no more. */
const KEY_LENGTH = { firm: 100, lawyer: 50 } as const;
/** Intersecting more pairs than this narrows nothing further. */
const PAIRS_USED = 4;
/** Rows per INSERT: SQLite takes 32,766 values in one statement. */
const ROWS_PER_INSERT = 5_000;

/** The spelling by which a name is searched and ordered: half-width, lower case, no blanks, no name dots, nothing that stands in no name. */
export function toNameKey(name: string, kind: Searchable): string {
  return [...keyed(name)].slice(0, KEY_LENGTH[kind]).join('');
}

const keyed = (name: string) =>
  withoutStrangeSigns(toPlainName(withoutUnseen(name)).normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s·]/gu, '');

/** A fingerprint of what keys are made of: another one as soon as any common character comes to mean something else. */
export function fingerprintOfKeys(): string {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
    .join('')
    .toWellFormed();
  return createHash('sha256').update(keyed(all)).digest('base64url').slice(0, 16);
}

/** Every character and every pair of neighbours, each once. */
export function gramsOf(nameKey: string): string[] {
  const characters = [...nameKey];
  return [...new Set([...characters, ...pairsOf(characters)])];
}

function pairsOf(characters: string[]): string[] {
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** As the column holds them; nobody types more. */
const MAX_INITIALS = 60;

/** The first letter of each character as it is read, a surname as a surname: 单志远 szy. Latin letters and digits as they are. */
export function initialsOf(nameKey: string): string {
  return pinyin(nameKey, { pattern: 'first', toneType: 'none', surname: 'head', nonZh: 'consecutive', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, MAX_INITIALS);
}

/** Makes names findable by any part and by their initials; what was indexed for those subjects before is replaced. */
export async function indexNames(
  kind: Searchable,
  names: readonly { id: number; nameKey: string }[],
  t: Transaction,
): Promise<void> {
  const { sequelize } = database;
  const ids = names.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const table of owns) {
    await sequelize.query(`DELETE FROM ${table} WHERE kind = ? AND subject_id IN (?)`, {
      replacements: [kind, ids],
      type: QueryTypes.RAW,
      transaction: t,
    });
  }
  const initials = names.map(({ id, nameKey }) => ({ kind, initials: initialsOf(nameKey), subject_id: id }));
  const rows = names.flatMap(({ id, nameKey }) => gramsOf(nameKey).map((gram) => ({ kind, gram, subject_id: id })));
  await insertAll('search_grams', rows, t);
  await insertAll('search_initials', initials, t);
}

async function insertAll(table: (typeof owns)[number], rows: object[], t: Transaction): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const some = rows.slice(from, from + ROWS_PER_INSERT);
    await database.sequelize.getQueryInterface().bulkInsert(table, some, { transaction: t });
  }
}

/** How a list is searched by name: its FROM, its condition, and the column by which it is then ordered. */
export interface NameSearch {
  from: string;
  where: Condition;
  id: string;
}

/** Rows of `table` (alias `alias`) whose name holds `term` anywhere, by index. */
export function searchByName(kind: Searchable, table: string, alias: string, term: string): NameSearch {
  const key = toNameKey(term, kind);
  const characters = [...key];
  const grams = characters.length < 2 ? characters : [...new Set(pairsOf(characters))].slice(0, PAIRS_USED);
  const [first = '', ...others] = grams;
  const also = others.map(
    () => ' AND EXISTS (SELECT 1 FROM search_grams o WHERE o.kind = ? AND o.gram = ? AND o.subject_id = g.subject_id)',
  );
  return {
    // STRAIGHT_JOIN would say it on MySQL alone; the unique key (kind, gram, subject_id) leads both engines this way.
    from: `search_grams g JOIN ${table} ${alias} ON ${alias}.id = g.subject_id`,
    where: {
      sql: `g.kind = ? AND g.gram = ?${also.join('')} AND INSTR(${alias}.name_key, ?) > 0`,
      values: [kind, first, ...others.flatMap((gram) => [kind, gram]), key],
    },
    id: 'g.subject_id',
  };
}

/** Whether somebody typed the beginning of a name's initials. */
export const isInitials = (term: string): boolean => /^[a-z]{2,}$/i.test(term);

/** Rows of `table` (alias `alias`) whose name begins with those initials, by index. */
export function searchByInitials(kind: Searchable, table: string, alias: string, term: string): NameSearch {
  const { sql, values } = startsWith('g.initials', term.toLowerCase());
  return {
    from: `search_initials g JOIN ${table} ${alias} ON ${alias}.id = g.subject_id`,
    where: { sql: `g.kind = ? AND ${sql}`, values: [kind, ...values] },
    id: 'g.subject_id',
  };
}

/** Whether somebody typed a number (licence number, credit code) and not a name. */
export function isNumberSearch(term: string): boolean {
  return /^(?=.*\d)[0-9A-Za-z]+$/.test(term);
}

/** A typed search term: half-width, without blanks. */
export function toSearchTerm(typed: string | undefined): string {
  return toHalfWidth(typed ?? '').replace(/\s/g, '');
}
