import { z } from 'zod';
import { MEMBER_CHANGES } from '../../../contract/activation/enums.ts';
import type { MemberChangeRow } from '../../../contract/activation/endpoints.ts';
import { toIso } from '../../../contract/dates.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';
import type { StaffActor } from '../../../actor.ts';
import { settledSince } from './opening-contacts.ts';

const memberChangeRow = z.strictObject({
  id: z.int(),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  field: oneOf(MEMBER_CHANGES),
  changedBy: z.int(),
  changedByName: z.string(),
  changedAt: z.int(),
});

/** New identity numbers and heads of members whose accounts nobody has opened, until a second person has looked at them or they have stood for some days. */
export async function listMemberChanges(list: {
  actor: StaffActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<MemberChangeRow>> {
  const page = await selectPage({
    row: memberChangeRow,
    columns: `c.id, c.subject_kind AS subjectKind, c.subject_id AS subjectId, COALESCE(f.name, l.name) AS name,
      COALESCE(f.login, l.login) AS licenceNo, c.field,
      c.changed_by AS changedBy, c.changed_by_name AS changedByName, c.changed_at AS changedAt`,
    from: `member_changes c LEFT JOIN accounts f ON c.subject_kind = 'firm' AND f.firm_id = c.subject_id
      LEFT JOIN accounts l ON c.subject_kind = 'lawyer' AND l.lawyer_id = c.subject_id`,
    where: [
      {
        sql: "c.field IN ('identity', 'head') AND c.changed_at > ? AND c.confirmed_at IS NULL",
        values: [settledSince()],
      },
      {
        sql: 'COALESCE(f.password_hash, l.password_hash) IS NULL AND COALESCE(f.is_closed, l.is_closed) = 0',
        values: [],
      },
    ],
    order: { by: 'c.id', id: 'c.id', direction: 'ascending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return {
    ...page,
    items: page.items.map(({ changedBy, changedAt, ...row }) => ({
      ...row,
      changedAt: toIso(changedAt),
      mayConfirm: changedBy !== list.actor.accountId,
    })),
  };
}
