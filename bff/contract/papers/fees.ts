import type { Pickup } from '../certificates/enums.ts';

/** The amounts of an order in fen, as they were when it was submitted. */
export interface PaperFees {
  copyFeeFen: number;
  postageFen: number;
  totalFen: number;
}

/** Fees of an order at today's prices, in fen: each copy, and one postage however many copies. */
export function feesOf(
  order: { copies: number; pickup: Pickup },
  prices: { copyFeeFen: number; postageFen: number },
): PaperFees {
  const postageFen = order.pickup === 'mail' ? prices.postageFen : 0;
  return { copyFeeFen: prices.copyFeeFen, postageFen, totalFen: prices.copyFeeFen * order.copies + postageFen };
}

/** What the office asks, in fen (settings). */
export interface PaperPrices {
  copyFeeFen: number;
  postageFen: number;
}

/** A paper order with the fees of the day it was submitted: they stay, whatever the office asks later. */
export function pricePaper<Paper extends { copies: number; pickup: Pickup }>(
  paper: Paper,
  prices: PaperPrices,
): Paper & { fees: PaperFees } {
  return { ...paper, fees: feesOf(paper, prices) };
}

/**
 * The same of one certificate of a bulk order: `totalFen` is its copies alone. The postage is paid once for all that are
 * paid together, since they go to one address.
 */
export function pricePaperInBulk<Paper extends { copies: number; pickup: Pickup }>(
  paper: Paper,
  prices: PaperPrices,
): Paper & { fees: PaperFees } {
  const fees = feesOf(paper, prices);
  return { ...paper, fees: { ...fees, totalFen: fees.totalFen - fees.postageFen } };
}

/** Whether an order is paid before it is printed; the postage of a bulk order is not in its total. */
export const costsSomething = ({ totalFen, postageFen }: Omit<PaperFees, 'copyFeeFen'>): boolean =>
  totalFen > 0 || postageFen > 0;
