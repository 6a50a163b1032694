import type { OwnLawyer } from '../../../contract/registry/endpoints.ts';
import { ownLawyer } from '../../../contract/registry/replies.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import type { FirmActor } from '../../../actor.ts';
import { spellName } from './spell-name.ts';
import { toNameKey, toSearchTerm } from '../facts/search-names.ts';

const ownLawyerRow = ownLawyer.omit({ pinyin: true });

/** The firm's own lawyers by name; `search` is any part of a name or licence number. */
export async function listOwnLawyers({
  actor,
  search,
  cursor,
  limit,
}: {
  actor: FirmActor;
  search?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<OwnLawyer>> {
  const where: Condition[] = [{ sql: 'l.firm_id = ?', values: [actor.firmId] }];
  const term = toSearchTerm(search);
  // One firm's lawyers are few enough to be looked through.
  if (term !== '') {
    where.push({
      sql: 'INSTR(l.name_key, ?) > 0 OR INSTR(l.licence_no, ?) > 0',
      values: [toNameKey(term, 'lawyer'), term.toUpperCase()],
    });
  }
  const page = await selectPage({
    row: ownLawyerRow,
    columns: 'l.id, l.name, l.licence_no AS licenceNo, l.category, l.status',
    from: 'lawyers l',
    where,
    order: { by: 'l.name_key', id: 'l.id', direction: 'ascending' },
    cursor,
    limit,
  });
  return { ...page, items: page.items.map((lawyer) => ({ ...lawyer, pinyin: spellName(lawyer.name) })) };
}
