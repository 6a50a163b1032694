import type { Transaction } from 'sequelize';
import type { Events } from '../../../events.ts';
import { addDays, endOfShanghaiDay } from '../../../contract/dates.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { readAskedPaper } from '../../certificates/reading/read-asked-paper.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { PaperCopy, PaperOrder } from '../model.ts';
import { costsSomething, feesOf } from '../../../contract/papers/fees.ts';
import { firstState } from '../rules.ts';
import { newCopySerial } from '../copies/serial.ts';

const FREE = { copyFeeFen: 0, postageFen: 0 };

/**
 * Opens the paper order of an application that asked for copies, each with its serial. What costs nothing goes to the
 * printer's list at once, the rest waits for its payment, for as many days as the office has set (`give-up-unpaid.ts`).
 * Follows `application.approved`.
 */
export async function openPaperOrder(
  { applicationId, certificateId }: Events['application.approved'],
  t: Transaction,
): Promise<void> {
  const asked = await readAskedPaper(applicationId, t);
  if (!asked) return;
  const { paper, applicantName, number, bulkOrderId } = asked;
  const { copies, pickup, phone, address } = paper;
  const fees = paper.fees ?? feesOf(paper, FREE);
  const now = clock.now();
  const isFree = !costsSomething(fees);
  // The last day counts whole.
  const payUntil = isFree ? null : endOfShanghaiDay(addDays(clock.today(), (await readSettings(t)).paperPaymentDays));
  const order = await PaperOrder.create(
    {
      applicationId,
      certificateId,
      bulkOrderId,
      number,
      applicantName,
      copies,
      pickup,
      phone,
      address,
      recipient: paper.recipient || applicantName,
      ...fees,
      state: firstState(fees),
      stateSince: now,
      createdAt: now,
      payUntil,
      payment: isFree ? 'free' : null,
      paidAt: null,
      receiptNo: '',
      courier: '',
      trackingNo: '',
      collectedBy: '',
      voidReason: '',
    },
    { transaction: t },
  );
  await PaperCopy.bulkCreate(
    Array.from({ length: copies }, (_, index) => newCopy(order, index + 1)),
    { transaction: t },
  );
  if (payUntil === null) return;
  // All of a bulk order that ends on the same day ends together, and its firm is told once.
  const dedupeKey = bulkOrderId === null ? `paper:${order.id}:unpaid` : `bulk-paper:${bulkOrderId}:unpaid:${payUntil}`;
  await enqueue('give-up-unpaid', { orderId: order.id }, { t, runAt: payUntil, dedupeKey });
}

/** A fresh copy of an order; `replacesId` names the lost one. */
export function newCopy(order: { id: number; number: string }, position: number, replacesId: number | null = null) {
  return {
    orderId: order.id,
    position,
    serial: newCopySerial(order.number, position),
    state: 'valid' as const,
    createdAt: clock.now(),
    printedAt: null,
    voidedAt: null,
    voidedBy: '',
    voidReason: '',
    replacesId,
  };
}
