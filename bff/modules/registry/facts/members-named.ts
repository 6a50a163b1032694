import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { toPlainName } from '../../../contract/names.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { searchByName, toNameKey, toSearchTerm } from './search-names.ts';

/** Members whose rows are looked up one by one. */
const MOST = 100;
const TABLES = { firm: 'firms', lawyer: 'lawyers' } as const satisfies Record<SubjectKind, string>;

/** Columns of a row that is about a member: kind, id, and the name as it was then. */
export interface NamedColumns {
  kind: string;
  id: string;
  name: string;
}

/**
 * A condition on rows about a member: `term` stands anywhere in the name that they keep. `areMany`: so many are called so that
 * a list is better walked through than put together.
 */
export async function ofMemberNamed(
  { kind, id, name }: NamedColumns,
  term: string,
): Promise<{ where: Condition; areMany: boolean }> {
  const holds: Condition = { sql: `INSTR(${name}, ?) > 0`, values: [toPlainName(term)] };
  const [firms, lawyers] = await Promise.all([membersNamed('firm', term), membersNamed('lawyer', term)]);
  if (firms.length > MOST || lawyers.length > MOST) return { where: holds, areMany: true };
  const [ofFirms, ofLawyers] = [inList(firms), inList(lawyers)];
  const ofThem = `(${kind} = 'firm' AND ${id} IN ${ofFirms.sql}) OR (${kind} = 'lawyer' AND ${id} IN ${ofLawyers.sql})`;
  const values = [...ofFirms.values, ...ofLawyers.values, ...holds.values];
  return { where: { sql: `(${ofThem}) AND ${holds.sql}`, values }, areMany: false };
}

async function membersNamed(kind: SubjectKind, typed: string): Promise<number[]> {
  const term = toSearchTerm(typed);
  if (toNameKey(term, kind) === '') return [];
  const { from, where, id } = searchByName(kind, TABLES[kind], 'n', term);
  const rows = await select(idRow, `SELECT ${id} AS id FROM ${from} WHERE ${where.sql} LIMIT ?`, [
    ...where.values,
    MOST + 1,
  ]);
  return rows.map((row) => row.id);
}
