import type { Pickup } from '../../../contract/certificates/enums.ts';
import { feesOf, type PaperFees } from '../rules.ts';

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
