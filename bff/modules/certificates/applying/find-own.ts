import { z } from 'zod';
import { toHalfWidth } from '../../../contract/text.ts';
import { askTogether } from '../../../platform/db/together/ask-together.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';
import { toNameKey, toSearchTerm } from '../../registry/facts/search-names.ts';
import type { Subjects } from '../reading/read-facts.ts';

/** Lawyers that a row names; how many there are besides it says as a number. */
const NAMED = 3;

/**
 * Own applications (`a`) whose number or purpose holds what was typed, or that name a lawyer who does: compared by INSTR,
 * to which no character is a wildcard. Only the member's own rows are looked through (the index that also orders them),
 * and of lawyers those who ever belonged to the firm, or whom it named after they had been cancelled.
 */
export function searchOwn({ kind, id }: Subjects['applicant'], typed: string): Condition {
  const term = toSearchTerm(typed);
  const own: Condition = {
    // As it was typed, and whatever the width and case of its Latin letters.
    sql: 'INSTR(a.number, ?) > 0 OR INSTR(a.purpose, ?) > 0 OR INSTR(LOWER(a.purpose), ?) > 0',
    values: [term, typed, toHalfWidth(typed).toLowerCase()],
  };
  const isMeant = meantBy(typed);
  // A lawyer's own letters all speak of the one lawyer.
  if (kind === 'lawyer' || !isMeant) return own;
  return {
    sql: `${own.sql}
      OR a.id IN (SELECT n.application_id FROM lawyer_firm_periods p JOIN lawyers l ON l.id = p.lawyer_id
        JOIN application_lawyers n ON n.lawyer_id = l.id WHERE p.firm_id = ? AND ${isMeant.sql})
      OR a.id IN (SELECT o.id FROM applications o JOIN certificate_types y ON y.id = o.type_id
        JOIN application_lawyers n ON n.application_id = o.id JOIN lawyers l ON l.id = n.lawyer_id
        WHERE o.applicant_kind = 'firm' AND o.applicant_id = ? AND y.lawyer_scope = 'former' AND ${isMeant.sql})`,
    values: [...own.values, id, ...isMeant.values, id, ...isMeant.values],
  };
}

/** Whether a lawyer (`l`) is meant, by name or licence number; null: what has no letter or digit is nobody's. */
function meantBy(typed: string): Condition | null {
  const term = toSearchTerm(typed);
  const key = toNameKey(term, 'lawyer');
  if (key === '') return null;
  return { sql: '(INSTR(l.name_key, ?) > 0 OR INSTR(l.licence_no, ?) > 0)', values: [key, term.toUpperCase()] };
}

/** Whom an application names, for a list: the first few, those that were searched for before the others. */
export interface NamedLawyers {
  names: string[];
  count: number;
}

export const NOBODY_NAMED: NamedLawyers = { names: [], count: 0 };

const nameRow = z.strictObject({ applicationId: z.int(), name: z.string(), isMeant: z.int(), n: z.int() });
type NameRow = z.infer<typeof nameRow>;

/** Whom each of a page's applications names: one statement for all of them, and for all who ask at once. */
export async function readNamedLawyers(
  ids: readonly number[],
  typed = '',
): Promise<(applicationId: number) => NamedLawyers> {
  const isMeant = meantBy(typed);
  const rows = isMeant ? await readNames(ids, isMeant) : (await Promise.all(ids.map((id) => namesOfAny(id)))).flat();
  const namesOf = Map.groupBy(rows, ({ applicationId }) => applicationId);
  return (id) => {
    const named = namesOf.get(id) ?? [];
    // Counted once for each application: with the lawyer who stands first in it.
    return { names: named.slice(0, NAMED).map(({ name }) => name), count: Math.max(0, ...named.map(({ n }) => n)) };
  };
}

const namesOfAny = askTogether<number, NameRow>(
  (ids) => readNames(ids, { sql: '0 = 1', values: [] }),
  ({ applicationId }) => applicationId,
);

async function readNames(ids: readonly number[], isMeant: Condition): Promise<NameRow[]> {
  if (ids.length === 0) return [];
  const page = inList(ids);
  return select(
    nameRow,
    `SELECT n.application_id AS applicationId, l.name, CASE WHEN ${isMeant.sql} THEN 1 ELSE 0 END AS isMeant,
       CASE WHEN n.position = 0 THEN
         (SELECT COUNT(*) FROM application_lawyers m WHERE m.application_id = n.application_id) ELSE 0 END AS n
     FROM application_lawyers n JOIN lawyers l ON l.id = n.lawyer_id
     WHERE n.application_id IN ${page.sql} AND (n.position < ? OR ${isMeant.sql})
     ORDER BY n.application_id, isMeant DESC, n.position`,
    [...isMeant.values, ...page.values, NAMED, ...isMeant.values],
  );
}
