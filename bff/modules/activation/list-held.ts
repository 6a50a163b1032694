import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { HOLD_REASONS } from '../../contract/accounts/holds.ts';
import type { HeldRow } from '../../contract/activation/endpoints.ts';
import { toIso } from '../../contract/dates.ts';
import { SUBJECT_KINDS } from '../../contract/registry/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { selectPage, type ListPage } from '../../platform/db/keyset.ts';
import type { StaffActor } from '../../actor.ts';
import { STILL_HOLDS } from '../accounts/hold.ts';
import { whoIsNoSecond } from './decide-held.ts';

const heldRow = z.strictObject({
  id: z.int(),
  kind: oneOf(SUBJECT_KINDS),
  memberId: z.int(),
  name: z.string(),
  login: z.string(),
  reason: oneOf(HOLD_REASONS),
  heldAt: z.int(),
  heldUntil: z.int().nullable(),
  issuedBy: z.int().nullable(),
  issuedByName: z.string(),
  objectedByName: z.string(),
});

/** Accounts that are held, the oldest first, and whether whoever looks may be the second person. */
export async function listHeld(list: {
  actor: StaffActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<HeldRow>> {
  const page = await selectPage({
    row: heldRow,
    columns: `a.id, a.kind, COALESCE(a.firm_id, a.lawyer_id) AS memberId, a.name, a.login,
      h.reason, h.held_at AS heldAt, h.held_until AS heldUntil, h.issued_by AS issuedBy, h.issued_by_name AS issuedByName,
      h.objected_by_name AS objectedByName`,
    from: 'account_holds h JOIN accounts a ON a.id = h.account_id',
    where: [
      { sql: STILL_HOLDS, values: [clock.now()] },
      { sql: 'a.password_hash IS NOT NULL AND a.is_closed = 0', values: [] },
    ],
    order: { by: 'h.id', id: 'h.id', direction: 'ascending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  // Their facts are read in one glance.
  return transaction(async (t) => {
    const items: HeldRow[] = [];
    for (const row of page.items) items.push(await present(row, list.actor, t));
    return { ...page, items };
  });
}

async function present(row: z.infer<typeof heldRow>, actor: StaffActor, t: Transaction): Promise<HeldRow> {
  const { issuedBy, ...line } = row;
  const { kind, memberId, heldAt, heldUntil } = line;
  const none = await whoIsNoSecond({ accountId: line.id, member: { kind, id: memberId }, issuedBy, heldAt }, t);
  return { ...line, heldAt: toIso(heldAt), heldUntil: toIso(heldUntil), mayRelease: !none.has(actor.accountId) };
}
