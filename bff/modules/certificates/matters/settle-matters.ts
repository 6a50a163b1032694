import type { Transaction } from 'sequelize';
import type { MatterState } from '../../../contract/matters/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { CertificateMatter } from './model.ts';

/** A letter that is revoked or replaced has no open matter any more, whichever page it was done on. */
export async function settleMattersOf(
  settlement: { certificateId: number; state: Exclude<MatterState, 'open'>; reason: string; by: string },
  t: Transaction,
): Promise<void> {
  const { certificateId, state, reason, by } = settlement;
  await CertificateMatter.update(
    { state, reason, settledBy: by, settledAt: clock.now() },
    { where: { certificateId, state: 'open' }, transaction: t },
  );
}
