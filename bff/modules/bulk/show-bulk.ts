import { z } from 'zod';
import type { BulkOutcome } from '../../contract/bulk/enums.ts';
import { APPLICATION_STATES, ISSUE_STATES } from '../../contract/certificates/enums.ts';
import { OUTCOMES } from '../../contract/review/enums.ts';
import { select } from '../../platform/db/database.ts';
import { inList } from '../../platform/db/keyset.ts';
import type { FirmActor } from '../../actor.ts';
import { BulkOrder } from './model.ts';
import { loadOwn } from './policy.ts';
import { outcomeOf } from './rules.ts';
import { oneOf } from '../../contract/reply-parts.ts';

export interface BulkLine {
  orderId: number;
  lawyerId: number;
  name: string;
  licenceNo: string;
  applicationId: number | null;
  number: string;
  outcome: BulkOutcome;
  reason: string;
  /** Where the issued file lies; null before, and once it no longer stands. */
  storageKey: string | null;
}
export interface ShownBulk {
  order: BulkOrder;
  typeLabel: string;
  lines: BulkLine[];
}

const LATEST = 20;

/** The latest bulk orders of a firm, newest first, with every line. */
export async function listBulk(actor: FirmActor): Promise<ShownBulk[]> {
  return shown(await BulkOrder.findAll({ where: { firmId: actor.firmId }, order: [['id', 'DESC']], limit: LATEST }));
}

/** One bulk order of the firm. Throws `not_found`. */
export async function showBulk({ actor, id }: { actor: FirmActor; id: number }): Promise<ShownBulk> {
  const [bulk] = await shown([await loadOwn(actor, id)]);
  if (!bulk) throw new Error(`bulk order ${id} was not shown`);
  return bulk;
}

const labelRow = z.strictObject({ id: z.int(), label: z.string() });

const bulkItemRow = z.strictObject({
  itemState: z.enum(['waiting', 'failed', 'submitted']),
  state: oneOf(APPLICATION_STATES).nullable(),
  decided: oneOf(OUTCOMES).nullable(),
  issueState: oneOf(ISSUE_STATES).nullable(),
  opinion: z.string().nullable(),
  number: z.string(),
  licenceNo: z.string(),
  name: z.string(),
  orderId: z.int(),
  lawyerId: z.int(),
  applicationId: z.int().nullable(),
  reason: z.string(),
  storageKey: z.string().nullable(),
});

async function shown(orders: BulkOrder[]): Promise<ShownBulk[]> {
  if (orders.length === 0) return [];
  const ids = inList(orders.map(({ id }) => id));
  const rows = await select(
    bulkItemRow,
    `SELECT i.order_id AS orderId, i.lawyer_id AS lawyerId, l.name, l.licence_no AS licenceNo,
       i.application_id AS applicationId, COALESCE(a.number, '') AS number, i.state AS itemState, i.reason,
       a.state, a.outcome AS decided, a.issue_state AS issueState, a.opinion,
       CASE WHEN c.standing = 'valid' THEN c.storage_key END AS storageKey
     FROM bulk_items i JOIN lawyers l ON l.id = i.lawyer_id
       LEFT JOIN applications a ON a.id = i.application_id LEFT JOIN certificates c ON c.application_id = a.id
     WHERE i.order_id IN ${ids.sql} ORDER BY i.order_id, i.position`,
    ids.values,
  );
  const types = await select(labelRow, 'SELECT id, label FROM certificate_types', []);
  const labels = new Map(types.map(({ id, label }) => [id, label]));
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return orders.map((order) => ({
    order,
    typeLabel: labels.get(order.typeId) ?? '',
    lines: (byOrder.get(order.id) ?? []).map(({ itemState, state, decided, issueState, opinion, ...line }) => ({
      ...line,
      outcome: outcomeOf({ itemState, state, decided, issueState }),
      reason: line.reason || (decided === 'rejected' ? (opinion ?? '') : ''),
    })),
  }));
}
