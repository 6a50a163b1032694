import { z } from 'zod';
import { PAPER_COPY_STATES } from '../../../contract/papers/enums.ts';
import { select } from '../../../platform/db/database.ts';
import { isCopyOf } from './serial.ts';
import { oneOf } from '../../../contract/reply-parts.ts';

/** What strangers may learn of a paper copy. */
export type CopyStanding = { state: 'valid' } | { state: 'voided'; voidedAt: number };

const copyStandingRow = z.strictObject({
  state: oneOf(PAPER_COPY_STATES),
  voidedAt: z.int().nullable(),
  serial: z.string(),
});

/** The copy of a certificate with this serial; null when there is none, or it is another certificate's. */
export async function findCopy(printed: { number: string; serial: string }): Promise<CopyStanding | null> {
  // Prepared: whatever strangers type, a NUL among it, is only compared.
  const [copy] = await select(
    copyStandingRow,
    'SELECT serial, state, voided_at AS voidedAt FROM paper_copies WHERE serial = ?',
    [printed.serial],
  );
  if (!copy || !isCopyOf(printed.number, copy.serial)) return null;
  const { state, serial, voidedAt } = copy;
  if (state === 'valid') return { state };
  if (voidedAt === null) throw new Error(`nobody knows when copy ${serial} was voided`);
  return { state, voidedAt };
}
