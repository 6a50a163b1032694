import { toIso } from '../../contract/dates.ts';
import type { Page } from '../../contract/endpoint.ts';
import type { PaperDetail, PaperRow, PrintBatchReply } from '../../contract/papers/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { StaffActor } from '../../actor.ts';
import type { PaperLine } from './orders/list-papers.ts';
import type { PrintBatch } from './model.ts';
import { permits } from './policy.ts';
import { lastDayToPay, sumOf } from './rules.ts';
import type { ShownPaper } from './orders/show-paper.ts';

export function presentPaperPage(page: Page<PaperLine>): Page<PaperRow> {
  return { ...page, items: page.items.map(presentPaperRow) };
}

/** A line of 纸质证明. */
function presentPaperRow({ stateSince, createdAt, isPrintable, token, ...line }: PaperLine): PaperRow {
  return {
    ...line,
    createdAt: toIso(createdAt),
    ageMinutes: Math.floor((clock.now() - stateSince) / 60_000),
    isPrintable: isPrintable !== 0,
    scanToken: line.state === 'to_mail' ? token : null,
  };
}

/** One order as staff see it, with what they may do. */
export function presentPaper(actor: StaffActor, { order, line, remark, copies, waiting }: ShownPaper): PaperDetail {
  const acts = permits(actor, order);
  const serials = new Map(copies.map(({ id, serial }) => [id, serial]));
  const { phone, address, payment, receiptNo, collectedBy, voidReason } = order;
  const { copyFeeFen, postageFen, totalFen, bulkOrderId } = order;
  const { id, applicationId, number, typeLabel, applicantName, recipient, pickup, state, courier, trackingNo } = line;
  return {
    ...presentPaperRow({
      id,
      applicationId,
      number,
      typeLabel,
      applicantName,
      recipient,
      pickup,
      state,
      courier,
      trackingNo,
      copies: line.copies,
      totalFen,
      stateSince: line.stateSince,
      createdAt: line.createdAt,
      isPrintable: line.isPrintable,
      token: line.token,
    }),
    phone,
    address,
    remark,
    payment,
    receiptNo,
    collectedBy,
    voidReason,
    fees: { copyFeeFen, postageFen, totalFen },
    payUntilOn: lastDayToPay([order]),
    paidAt: toIso(order.paidAt),
    bulk: bulkOrderId && { id: bulkOrderId, waiting: waiting.length, totalFen: sumOf(waiting).totalFen },
    copyList: copies.map((copy) => ({
      id: copy.id,
      serial: copy.serial,
      state: copy.state,
      printedAt: toIso(copy.printedAt),
      voidedAt: toIso(copy.voidedAt),
      voidedBy: copy.voidedBy,
      voidReason: copy.voidReason,
      replaces: copy.replacesId === null ? null : (serials.get(copy.replacesId) ?? null),
    })),
    can: {
      pay: acts.has('pay'),
      finishPrint: acts.has('finish-print'),
      handOver: acts.has('hand-over'),
      mail: acts.has('mail'),
      deliver: acts.has('deliver'),
      reprint: acts.has('reprint'),
      void: acts.has('void'),
    },
  };
}

export function presentBatch(batch: PrintBatch): PrintBatchReply {
  const { id, state, orders, copies, done, pages, createdBy } = batch;
  return { id, state, orders, copies, done, pages, createdBy, createdAt: toIso(batch.createdAt) };
}
