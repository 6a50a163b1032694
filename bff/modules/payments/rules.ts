import type { DifferenceKind, PaymentState, RefundState } from '../../contract/payments/enums.ts';

/** An order as we keep it: what any word from outside is compared with. */
export interface OwnPayment {
  appid: string;
  mchid: string;
  outTradeNo: string;
  amountFen: number;
  state: PaymentState;
  transactionId: string | null;
}

/** A payment as a notice, a query or a bill tells it. */
export interface ToldPayment {
  appid: string;
  mchid: string;
  outTradeNo: string;
  amountFen: number | undefined;
  currency: string | undefined;
  tradeState: string;
  transactionId: string | undefined;
  /** Epoch ms; null when it is not said. */
  paidAt: number | null;
}

/**
 * What a genuine word about a payment means for us. `paid`: it is new; `late`: it came for an order we had closed, so
 * the money goes back; `known`: we had it; `open`: not paid yet; `differs`: money, merchant, app or order are not ours.
 */
export type Judgement = 'paid' | 'late' | 'known' | 'open' | 'closed' | 'differs' | 'paid_twice';

/** Decides about a payment; no money state ever depends on anything else (services.md, Payments). */
export function judge(own: OwnPayment, told: ToldPayment): Judgement {
  const isOurs = told.appid === own.appid && told.mchid === own.mchid && told.outTradeNo === own.outTradeNo;
  if (!isOurs) return 'differs';
  if (told.tradeState === 'CLOSED' || told.tradeState === 'REVOKED') return 'closed';
  // An order that was refunded had been paid.
  if (told.tradeState !== 'SUCCESS' && told.tradeState !== 'REFUND') return 'open';
  if (told.amountFen !== own.amountFen || (told.currency ?? 'CNY') !== 'CNY' || !told.transactionId) return 'differs';
  if (own.transactionId !== null) return own.transactionId === told.transactionId ? 'known' : 'paid_twice';
  return own.state === 'closed' ? 'late' : 'paid';
}

/** What a refund does to the money that is left: on its way (or waiting for leave), back, or nothing came of it. */
const REFUND_MEANS: Record<RefundState, 'under way' | 'back' | 'nothing'> = {
  awaiting_approval: 'under way',
  requested: 'under way',
  processing: 'under way',
  succeeded: 'back',
  failed: 'nothing',
  declined: 'nothing',
};

/** Where a payment stands by its refunds. `restFen`: what may still be sent back. */
export function balanceOf(
  paidFen: number,
  refunds: readonly { amountFen: number; state: RefundState }[],
): { state: 'paid' | 'refunding' | 'refunded'; refundedFen: number; restFen: number } {
  const sum = (meaning: string) =>
    refunds.reduce((fen, one) => fen + (REFUND_MEANS[one.state] === meaning ? one.amountFen : 0), 0);
  const refundedFen = sum('back');
  const underWayFen = sum('under way');
  const state = underWayFen > 0 ? 'refunding' : refundedFen >= paidFen ? 'refunded' : 'paid';
  return { state, refundedFen, restFen: paidFen - refundedFen - underWayFen };
}

/**
 * Whether a refund needs a second person: what one payment gives back counts together, so that nobody sends a large
 * amount in small parts.
 */
export function needsSecondPerson(
  asked: { amountFen: number; paidFen: number; restFen: number },
  limitFen: number,
): boolean {
  return asked.paidFen - asked.restFen + asked.amountFen > limitFen;
}

/** A line of a bill, and of our own books, of one day. */
export interface BookLine {
  kind: 'payment' | 'refund';
  outTradeNo: string;
  outRefundNo: string;
  amountFen: number;
}
export interface Difference {
  kind: DifferenceKind;
  outTradeNo: string;
  outRefundNo: string;
  oursFen: number | null;
  theirsFen: number | null;
}

/** What is on one side only, or with another amount. */
export function compareBooks(ours: readonly BookLine[], theirs: readonly BookLine[]): Difference[] {
  const keyOf = ({ kind, outTradeNo, outRefundNo }: BookLine) => `${kind} ${outTradeNo} ${outRefundNo}`;
  const ourLines = new Map(ours.map((line) => [keyOf(line), line]));
  const theirLines = new Map(theirs.map((line) => [keyOf(line), line]));
  const differences: Difference[] = [];
  for (const key of new Set([...ourLines.keys(), ...theirLines.keys()])) {
    const our = ourLines.get(key);
    const their = theirLines.get(key);
    const { kind, outTradeNo, outRefundNo } = (our ?? their)!;
    const add = (one: DifferenceKind, other: DifferenceKind) =>
      differences.push({
        kind: kind === 'payment' ? one : other,
        outTradeNo,
        outRefundNo,
        oursFen: our?.amountFen ?? null,
        theirsFen: their?.amountFen ?? null,
      });
    if (!our) add('missing_here', 'refund_missing_here');
    else if (!their) add('missing_there', 'refund_missing_there');
    else if (our.amountFen !== their.amountFen) add('amount', 'refund_amount');
  }
  return differences;
}
