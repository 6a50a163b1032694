import { PaperCopy } from './model.ts';
import { isCopyOf } from './serial.ts';

/** What strangers may learn of a paper copy. */
export type CopyStanding = Pick<PaperCopy, 'state' | 'voidedAt'>;

/** The copy of a certificate with this serial; null when there is none, or it is another certificate's. */
export async function findCopy(printed: { number: string; serial: string }): Promise<CopyStanding | null> {
  const copy = await PaperCopy.findOne({ where: { serial: printed.serial } });
  return copy && isCopyOf(printed.number, copy.serial) ? { state: copy.state, voidedAt: copy.voidedAt } : null;
}
