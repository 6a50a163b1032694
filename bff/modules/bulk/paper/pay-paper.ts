import type { FirmActor, InSession } from '../../../actor.ts';
import type { BulkPaper } from '../../../contract/bulk/replies.ts';
import type { PayableReply } from '../../../contract/payments/endpoints.ts';
import type { PaymentChannel } from '../../../contract/payments/enums.ts';
import { cancelBulkPaper, mayCancelBulk } from '../../papers/bundles/cancel-bulk-paper.ts';
import { countBulkPapers } from '../../papers/bundles/count-bulk-papers.ts';
import { payBundle, readBundleReceipt, readOwedPaper, showBundlePayments } from '../../papers/bundles/pay-bundle.ts';
import { loadOwn } from '../policy.ts';
import { showBulk } from '../show-bulk.ts';

interface Own {
  actor: FirmActor;
  id: number;
}

/** Not decided: in the queue, with a person, or back with the firm. */
const UNDECIDED: readonly string[] = ['waiting', 'to_person', 'returned'];

/** What the paper of a bulk order costs together, and how its payments stand. Throws `not_found`. */
export async function showPaperOfBulk(own: Own): Promise<BulkPaper> {
  const { lines } = await showBulk(own);
  return {
    owed: await readOwedPaper(own.id),
    undecided: lines.filter(({ outcome }) => UNDECIDED.includes(outcome)).length,
    standing: await countBulkPapers(own.id),
    payments: await showBundlePayments(own.id),
    can: { cancel: await mayCancelBulk(own.id) },
  };
}

/** Lets a firm pay for all paper of its bulk order that waits for it. Throws `not_found`, and as `payBundle`. */
export async function payPaperOfBulk(
  asked: Own & { actor: InSession; channel: PaymentChannel; code: string | undefined; address: string },
): Promise<PayableReply> {
  const { id, ...by } = asked;
  await loadOwn(asked.actor, id);
  return payBundle({ ...by, bulkOrderId: id });
}

/** The receipt of one payment of a bulk order. Throws `not_found`, and as `readBundleReceipt`. */
export async function readReceiptOfBulk({ actor, id, bundleId }: Own & { bundleId: number }) {
  await loadOwn(actor, id);
  return readBundleReceipt({ bulkOrderId: id, bundleId });
}

/** Gives up the paper of a bulk order that has not gone to the printer. Throws `not_found`, and as `cancelBulkPaper`. */
export async function cancelPaperOfBulk({ actor, id }: Own): Promise<void> {
  await loadOwn(actor, id);
  await cancelBulkPaper({ actor, bulkOrderId: id });
}
