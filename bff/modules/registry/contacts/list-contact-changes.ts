import { toIso } from '../../../contract/dates.ts';
import type { ContactChangeRow } from '../../../contract/activation/endpoints.ts';
import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';
import type { StaffActor } from '../../../actor.ts';
import type { MemberId } from '../../../subject.ts';
import { z } from 'zod';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { CONTACT_FIELDS } from '../../../contract/activation/enums.ts';

const contactChangeRow = z.strictObject({
  licenceNo: z.string(),
  id: z.int(),
  name: z.string(),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  field: oneOf(CONTACT_FIELDS),
  oldValue: z.string(),
  newValue: z.string(),
  askedByName: z.string(),
  askedAt: z.int(),
  askedBy: z.int(),
});

/** Contacts that wait for a second person, the oldest first. */
export async function listContactChanges(list: {
  actor: StaffActor;
  /** Only of this member. */
  member?: MemberId;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<ContactChangeRow>> {
  const page = await selectPage({
    row: contactChangeRow,
    columns: `c.id, c.subject_kind AS subjectKind, c.subject_id AS subjectId, COALESCE(f.name, l.name) AS name,
      COALESCE(f.licence_no, l.licence_no) AS licenceNo, c.field, c.old_value AS oldValue, c.new_value AS newValue,
      c.asked_by AS askedBy, c.asked_by_name AS askedByName, c.asked_at AS askedAt`,
    from: `contact_changes c LEFT JOIN firms f ON c.subject_kind = 'firm' AND f.id = c.subject_id
      LEFT JOIN lawyers l ON c.subject_kind = 'lawyer' AND l.id = c.subject_id`,
    counted: 'contact_changes c',
    where: [
      { sql: "c.state = 'waiting'", values: [] },
      ...(list.member
        ? [{ sql: 'c.subject_kind = ? AND c.subject_id = ?', values: [list.member.kind, list.member.id] }]
        : []),
    ],
    order: { by: 'c.id', id: 'c.id', direction: 'ascending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return {
    ...page,
    items: page.items.map(({ askedBy, askedAt, ...row }) => ({
      ...row,
      askedAt: toIso(askedAt),
      mayDecide: askedBy !== list.actor.accountId,
    })),
  };
}
