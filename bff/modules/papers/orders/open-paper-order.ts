import type { Transaction } from 'sequelize';
import type { Pickup } from '../../../contract/certificates/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { PaperCopy, PaperOrder } from '../model.ts';
import { feesOf, firstState, type PaperFees } from '../rules.ts';
import { newCopySerial } from '../copies/serial.ts';

/** Paper as an application states it; `fees` frozen when it was submitted. */
interface RequestedPaper {
  copies: number;
  pickup: Pickup;
  recipient: string;
  phone: string;
  address: string;
  fees?: PaperFees;
}

const FREE = { copyFeeFen: 0, postageFen: 0 };

/**
 * Opens the paper order of an application in the transaction that approves it, each copy with its serial. What costs
 * nothing goes to the printer's list at once, the rest waits for its payment.
 */
export async function openPaperOrder(
  approved: {
    application: { id: number; number: string | null; applicantName: string };
    paper: RequestedPaper;
    certificate: { id: number };
  },
  t: Transaction,
): Promise<void> {
  const { application, paper, certificate } = approved;
  const { copies, pickup, phone, address } = paper;
  const fees = paper.fees ?? feesOf(paper, FREE);
  const number = application.number ?? '';
  const now = clock.now();
  const isFree = fees.totalFen === 0;
  const order = await PaperOrder.create(
    {
      ...{
        applicationId: application.id,
        certificateId: certificate.id,
        number,
        applicantName: application.applicantName,
      },
      ...{ copies, pickup, phone, address, recipient: paper.recipient || application.applicantName },
      ...{ ...fees, state: firstState(fees), stateSince: now, createdAt: now },
      ...{ payment: isFree ? 'free' : null, paidAt: null, receiptNo: '' },
      ...{ courier: '', trackingNo: '', collectedBy: '', voidReason: '' },
    },
    { transaction: t },
  );
  await PaperCopy.bulkCreate(
    Array.from({ length: copies }, (_, index) => newCopy(order, index + 1)),
    { transaction: t },
  );
}

/** A fresh copy of an order; `replacesId` names the lost one. */
export function newCopy(order: { id: number; number: string }, position: number, replacesId: number | null = null) {
  return {
    ...{ orderId: order.id, position, serial: newCopySerial(order.number, position), state: 'valid' as const },
    ...{ createdAt: clock.now(), printedAt: null, voidedAt: null, voidedBy: '', voidReason: '', replacesId },
  };
}
