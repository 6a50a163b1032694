import type { FirmKind, FirmStatus } from '../../../contract/registry/enums.ts';
import {
  inList,
  type ListPage,
  type Condition,
  orderOf,
  type OrderOf,
  selectPage,
  startsWith,
} from '../../../platform/db/keyset.ts';
import type { FirmRow } from '../../../contract/registry/endpoints.ts';
import { firmRow } from '../../../contract/registry/replies.ts';
import { toSearchTerm, isNumberSearch, searchByInitials, searchByName } from '../facts/search-names.ts';
import { LAWYER_COUNT } from '../facts/lawyer-count.ts';

const USCC_LENGTH = 18;
/** Some thousand firms: their lawyers are counted while they are sorted. */
const SORTS = {
  licenceNo: { by: 'f.licence_no', id: 'f.licence_no' },
  lawyerCount: { by: LAWYER_COUNT, id: 'f.id' },
} as const;

/**
 * Firms for staff, latest first. `search`: any part of the name, or the beginning of the licence number (then by that
 * number), or a whole credit code.
 */
export async function listFirms(filter: {
  search?: string | undefined;
  kind?: FirmKind | undefined;
  status?: FirmStatus | undefined;
  /** With a change that is still to be entered. */
  needs?: 'change' | undefined;
  order?: OrderOf<keyof typeof SORTS> | undefined;
  /** The beginning of the initials of the name (lzy), in place of `search`. */
  initials?: string | undefined;
  /** Spellings of one telephone number. */
  phones?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<FirmRow>> {
  const where: Condition[] = [];
  if (filter.kind) where.push({ sql: 'f.kind = ?', values: [filter.kind] });
  if (filter.status) where.push({ sql: 'f.status = ?', values: [filter.status] });
  if (filter.needs) where.push({ sql: "f.id IN (SELECT id FROM firms WHERE pending_change > '')", values: [] });
  if (filter.phones) {
    const spellings = inList(filter.phones);
    where.push({ sql: `f.phone IN ${spellings.sql}`, values: spellings.values });
  }
  const found = filter.initials ? byInitials(filter.initials) : searchFirms(toSearchTerm(filter.search));
  return selectPage({
    row: firmRow,
    columns: `f.id, f.name, f.kind, f.licence_no AS licenceNo, f.uscc, f.status, ${LAWYER_COUNT} AS lawyerCount`,
    ...found,
    order: orderOf(filter.order, SORTS, found.order),
    where: [...where, ...found.where],
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

function byInitials(term: string) {
  const { from, where, id } = searchByInitials('firm', 'firms', 'f', term);
  // In the order of the index that finds them: the initials themselves come first.
  return { from, where: [where], order: { by: 'g.initials', id, direction: 'ascending' } as const };
}

function searchFirms(term: string) {
  const byId = { by: 'f.id', id: 'f.id', direction: 'descending' } as const;
  if (term === '') return { from: 'firms f', where: [], order: byId };
  const number = term.toUpperCase();
  if (!isNumberSearch(term)) {
    const { from, where, id } = searchByName('firm', 'firms', 'f', term);
    return { from, where: [where], order: { ...byId, by: id, id } };
  }
  // A whole credit code may be the licence number of the same firm as well: licences since 2016 carry it.
  const where: Condition =
    number.length === USCC_LENGTH
      ? { sql: 'f.uscc = ? OR f.licence_no = ?', values: [number, number] }
      : startsWith('f.licence_no', number);
  return {
    from: 'firms f',
    where: [where],
    order: { by: 'f.licence_no', id: 'f.licence_no', direction: 'ascending' } as const,
  };
}
