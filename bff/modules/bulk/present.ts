import { toIso } from '../../contract/dates.ts';
import { BULK_OUTCOMES, type BulkOutcome } from '../../contract/bulk/enums.ts';
import type { BulkDetail, BulkRow } from '../../contract/bulk/endpoints.ts';
import type { ShownBulk } from './show-bulk.ts';

/** A bulk application in the list. */
export function presentBulkRow({ order, typeLabel, lines }: ShownBulk): BulkRow {
  const outcomes = Object.keys(BULK_OUTCOMES) as BulkOutcome[];
  const count = (outcome: BulkOutcome) => lines.filter((line) => line.outcome === outcome).length;
  return {
    id: order.id,
    typeLabel,
    createdAt: toIso(order.createdAt),
    total: order.total,
    counts: Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) as Record<BulkOutcome, number>,
    isFinished: order.finishedAt !== null,
  };
}

/** The same with every lawyer. */
export function presentBulk(bulk: ShownBulk): BulkDetail {
  return {
    ...presentBulkRow(bulk),
    hasPaper: bulk.order.content.paper !== null,
    items: bulk.lines.map(({ orderId: _order, storageKey: _key, ...line }) => line),
  };
}
