import { select } from '../../../platform/db/database.ts';
import { countRow } from '../../../platform/db/rows.ts';
import type { MemberId } from '../../../subject.ts';

/** Paper orders of a member that are not over. */
export async function countOpenOrders({ kind, id }: MemberId): Promise<number> {
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM paper_orders p JOIN applications a ON a.id = p.application_id
     WHERE a.applicant_kind = ? AND a.applicant_id = ?
       AND p.state IN ('awaiting_payment', 'to_print', 'to_collect', 'to_mail')`,
    [kind, id],
  );
  return row?.n ?? 0;
}
