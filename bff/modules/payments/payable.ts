import type { Transaction } from 'sequelize';
import type { PaymentPurpose } from '../../contract/payments/enums.ts';
import { port } from '../../port.ts';

/** What a payment pays for: a purpose, and an id within it. */
export interface PaidFor {
  purpose: PaymentPurpose;
  subjectId: number;
}

/** What a member is about to pay for; whoever names it has authorised it. Amount in fen. */
export interface Payable extends PaidFor {
  totalFen: number;
  /** What the payer reads at WeChat Pay. */
  description: string;
  /** Where the payer comes back to in the member client: `application?id=5`. */
  page: string;
  /** Until when it is held for its payer, epoch ms: WeChat Pay takes nothing later. */
  until?: number;
}

/** What payments must know of a purpose. Amounts in fen; every act is called in the transaction that writes the books. */
export interface Purpose {
  /** Locks the subject before anything about its money is written, and says whether it waits for a payment. */
  lock(subjectId: number, t: Transaction): Promise<{ isOwed: boolean }>;
  isOwed(subjectId: number): Promise<boolean>;
  /** It is paid. Throws `wrong_state` when it does not wait for a payment. */
  paid(subjectId: number, t: Transaction): Promise<void>;
  /**
   * It was paid when it was owed no more: whether it is taken up again, so that the money stays. Absent: it goes back.
   */
  paidLate?(subjectId: number, t: Transaction): Promise<boolean>;
  /** So much of it has arrived back. */
  refunded(subjectId: number, amountFen: number, t: Transaction): Promise<void>;
  /** What a receipt says of it, as it is now. */
  describe(paid: { subjectId: number; amountFen: number }): Promise<{
    /** 证明编号 or the like, and its value. */
    about: { label: string; value: string };
    lines: { what: string; amountFen: number }[];
  }>;
}

/** Purpose → what is paid for; answered by `payables.ts`. */
export const payables = port<Record<PaymentPurpose, Purpose>>('payables.ts');
