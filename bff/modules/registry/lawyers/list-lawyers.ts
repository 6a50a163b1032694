import type { LawyerRow } from '../../../contract/registry/endpoints.ts';
import { lawyerRow } from '../../../contract/registry/replies.ts';
import type { LawyerCategory, LawyerStatus } from '../../../contract/registry/enums.ts';
import {
  inList,
  orderOf,
  selectPage,
  startsWith,
  type OrderOf,
  type Condition,
  type ListPage,
} from '../../../platform/db/keyset.ts';
import { isNumberSearch, searchByInitials, searchByName, toSearchTerm } from '../facts/search-names.ts';

const SORTS = { licenceNo: { by: 'l.licence_no', id: 'l.licence_no' } } as const;

const NEEDS = {
  identity: "l.identity_matched_on IS NULL AND l.status = 'active'",
  // Few, found by their own index, whatever the list is ordered by.
  change: "l.id IN (SELECT id FROM lawyers WHERE pending_change > '')",
} as const;

/**
 * Lawyers for staff, latest first. `search`: any part of the name, or the beginning of the licence number (then by that
 * number).
 */
export async function listLawyers(filter: {
  search?: string | undefined;
  firmId?: number | undefined;
  category?: LawyerCategory | undefined;
  status?: LawyerStatus | undefined;
  /** Whose identity nobody has compared yet, or with a change that is still to be entered. */
  needs?: keyof typeof NEEDS | undefined;
  order?: OrderOf<keyof typeof SORTS> | undefined;
  /** The beginning of the initials of the name (lzy), in place of `search`. */
  initials?: string | undefined;
  /** Spellings of one telephone number. */
  phones?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<LawyerRow>> {
  const where: Condition[] = [];
  if (filter.firmId) where.push({ sql: 'l.firm_id = ?', values: [filter.firmId] });
  if (filter.category) where.push({ sql: 'l.category = ?', values: [filter.category] });
  if (filter.status) where.push({ sql: 'l.status = ?', values: [filter.status] });
  if (filter.needs) where.push({ sql: NEEDS[filter.needs], values: [] });
  if (filter.phones) {
    const spellings = inList(filter.phones);
    where.push({ sql: `l.phone IN ${spellings.sql}`, values: spellings.values });
  }
  const found = filter.initials ? byInitials(filter.initials) : searchLawyers(toSearchTerm(filter.search));
  return selectPage({
    row: lawyerRow,
    // The firm by sub-select: a join would let the engine begin with the firms.
    columns: `l.id, l.name, l.licence_no AS licenceNo, l.category, l.status, l.firm_id AS firmId,
      COALESCE((SELECT f.name FROM firms f WHERE f.id = l.firm_id), '') AS firmName`,
    ...found,
    order: orderOf(filter.order, SORTS, found.order),
    where: [...where, ...found.where],
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

function byInitials(term: string) {
  const { from, where, id } = searchByInitials('lawyer', 'lawyers', 'l', term);
  // In the order of the index that finds them: the initials themselves come first.
  return { from, where: [where], order: { by: 'g.initials', id, direction: 'ascending' } as const };
}

function searchLawyers(term: string) {
  const byId = { by: 'l.id', id: 'l.id', direction: 'descending' } as const;
  if (term === '') return { from: 'lawyers l', where: [], order: byId };
  if (!isNumberSearch(term)) {
    const { from, where, id } = searchByName('lawyer', 'lawyers', 'l', term);
    return { from, where: [where], order: { ...byId, by: id, id } };
  }
  return {
    from: 'lawyers l',
    where: [startsWith('l.licence_no', term.toUpperCase())],
    order: { by: 'l.licence_no', id: 'l.licence_no', direction: 'ascending' } as const,
  };
}
