import type { Transaction } from 'sequelize';
import type { ChangeKind } from '../../contract/two-person/enums.ts';
import { SYSTEM } from '../../actor.ts';
import { clock } from '../../platform/clock/clock.ts';
import { ChangeRequest } from './model.ts';

/** Who asked for the last change of a kind about an account that two persons agreed on; null: there was none. */
export async function lastAsker(
  { kind, accountId }: { kind: ChangeKind; accountId: number },
  t?: Transaction,
): Promise<number | null> {
  const where = { kind, accountId, state: 'confirmed' };
  const last = await ChangeRequest.findOne({ where, order: [['id', 'DESC']], transaction: t ?? null });
  return last?.requestedBy ?? null;
}

/** What else waits of a kind about an account is overtaken by one that was confirmed. */
export async function endOthers(
  { kind, accountId }: { kind: ChangeKind; accountId: number },
  t: Transaction,
): Promise<void> {
  const ended = { state: 'withdrawn', decidedByName: SYSTEM, decidedAt: clock.now() } as const;
  await ChangeRequest.update(ended, { where: { kind, accountId, state: 'waiting' }, transaction: t });
}
