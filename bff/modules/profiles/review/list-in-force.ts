import { z } from 'zod';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';
import { ofLawyer } from '../../registry/facts/of-lawyer.ts';
import { withRegistry } from '../facts/registry-contacts.ts';
import { ProfileSnapshot } from '../model.ts';
import { expectIntact } from '../submitting/freeze.ts';

/** A row of a section as it is in force, without what is sensitive, and whose it is. */
export interface RowInForce {
  lawyerId: number;
  licenceNo: string;
  name: string;
  firmName: string;
  row: Row;
}

const lawyerRow = z.strictObject({
  lawyerId: z.int(),
  licenceNo: z.string(),
  name: z.string(),
  firmName: z.string(),
  phone: z.string(),
  email: z.string(),
  snapshotId: z.int(),
});
type InForce = z.infer<typeof lawyerRow>;

/** Snapshots read at once: all sections of a lawyer stand in one. */
const AT_ONCE = 100;

interface Wanted {
  section: SectionKey;
  search?: string | undefined;
  firm?: string | undefined;
  cursor: string | undefined;
  /** Lawyers looked at, and rows after which no other lawyer is begun. */
  limit: number;
}

/** What is in force in one section, lawyer by lawyer; of who has nothing in it there is no row. */
export async function listInForce(wanted: Wanted): Promise<Pick<ListPage<RowInForce>, 'items' | 'next'>> {
  const { section, limit, ...filter } = wanted;
  let { cursor } = wanted;
  const items: RowInForce[] = [];
  for (let seen = 0; seen < limit && items.length < limit; seen += AT_ONCE) {
    const page = await approvedLawyers(filter, { cursor, limit: Math.min(AT_ONCE, limit - seen) });
    items.push(...(await rowsInForce(section, page.items)));
    if (page.next === null) return { items, next: null };
    cursor = page.next;
  }
  return { items, next: cursor ?? null };
}

const approvedLawyers = (
  filter: Pick<Wanted, 'search' | 'firm'>,
  page: { cursor: string | undefined; limit: number },
): Promise<ListPage<InForce>> =>
  selectPage({
    row: lawyerRow,
    columns: `l.id AS lawyerId, l.licence_no AS licenceNo, l.name, COALESCE(f.name, '') AS firmName, l.phone AS phone,
      l.email AS email, p.approved_snapshot_id AS snapshotId`,
    from: 'profiles p JOIN lawyers l ON l.id = p.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id',
    where: [{ sql: 'p.approved_snapshot_id IS NOT NULL', values: [] }, ...ofLawyer(filter)],
    order: { by: 'p.id', id: 'p.id', direction: 'ascending' },
    ...page,
  });

async function rowsInForce(section: SectionKey, lawyers: readonly InForce[]): Promise<RowInForce[]> {
  const found = await ProfileSnapshot.findAll({ where: { id: lawyers.map(({ snapshotId }) => snapshotId) } });
  const snapshots = new Map(found.map((snapshot) => [snapshot.id, snapshot]));
  return lawyers.flatMap(({ snapshotId, phone, email, ...whose }) => {
    const snapshot = snapshots.get(snapshotId);
    if (!snapshot) return [];
    expectIntact(snapshot);
    const rows = snapshot.content.sections[section]?.rows ?? [];
    const now = section === 'basic' ? withRegistry(rows, { prefilled: { mobile: phone, email } }) : rows;
    return now.map((row) => ({ ...whose, row }));
  });
}
