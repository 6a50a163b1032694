import type { PaperCopyState } from '../../../contract/papers/enums.ts';
import { select } from '../../../platform/db/database.ts';
import { isCopyOf } from './serial.ts';

/** What strangers may learn of a paper copy. */
export interface CopyStanding {
  state: PaperCopyState;
  voidedAt: number | null;
}

/** The copy of a certificate with this serial; null when there is none, or it is another certificate's. */
export async function findCopy(printed: { number: string; serial: string }): Promise<CopyStanding | null> {
  // Prepared: whatever strangers type, a NUL among it, is only compared.
  const [copy] = await select<CopyStanding & { serial: string }>(
    'SELECT serial, state, voided_at AS voidedAt FROM paper_copies WHERE serial = ?',
    [printed.serial],
  );
  return copy && isCopyOf(printed.number, copy.serial) ? { state: copy.state, voidedAt: copy.voidedAt } : null;
}
