import { startsWith, type Condition } from '../../../platform/db/keyset.ts';
import { isNumberSearch, searchByName, toSearchTerm } from './search-names.ts';

/**
 * A condition on the lawyer of a row: any part of the lawyer's name or the beginning of the number, and any part of the
 * firm's name.
 */
export function ofLawyer({ search, firm }: { search?: string | undefined; firm?: string | undefined }): Condition[] {
  const where: Condition[] = [];
  const lawyer = toSearchTerm(search);
  if (lawyer !== '') where.push(isNumberSearch(lawyer) ? byLicence(lawyer) : named('lawyer', lawyer));
  const firmName = toSearchTerm(firm);
  if (firmName !== '') where.push(named('firm', firmName));
  return where;
}

const byLicence = (term: string): Condition => startsWith('l.licence_no', term.toUpperCase());

/** Whose lawyer, or firm, is called so, in any part. */
function named(kind: 'lawyer' | 'firm', term: string): Condition {
  const { from, where, id } =
    kind === 'lawyer' ? searchByName(kind, 'lawyers', 'n', term) : searchByName(kind, 'firms', 'n', term);
  const column = kind === 'lawyer' ? 'l.id' : 'l.firm_id';
  return { sql: `${column} IN (SELECT ${id} FROM ${from} WHERE ${where.sql})`, values: where.values };
}
