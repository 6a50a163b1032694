import type { Transaction } from 'sequelize';
import { toIso } from '../../contract/dates.ts';
import type { ChangeState } from '../../contract/two-person/enums.ts';
import { SYSTEM } from '../../actor.ts';
import { clock } from '../../platform/clock/clock.ts';
import { ChangeRequest } from './model.ts';
import { stateAt } from './rules.ts';

/** Where a change stands that was asked for from somewhere else; null: there is none. */
export async function readProposal(
  id: number | null,
  t?: Transaction,
): Promise<{ id: number; state: ChangeState; by: string; at: string; decidedBy: string } | null> {
  const change = id === null ? null : await ChangeRequest.findByPk(id, t && { transaction: t });
  if (!change) return null;
  const { requestedByName: by, requestedAt, decidedByName: decidedBy } = change;
  return { id: change.id, state: stateAt(change, clock.now()), by, at: toIso(requestedAt), decidedBy };
}

/** What waits for a second person comes to nothing: what it is about has been decided another way. */
export async function overtake(id: number | null, t: Transaction): Promise<void> {
  if (id === null) return;
  const ended = { state: 'withdrawn', decidedByName: SYSTEM, decidedAt: clock.now() } as const;
  await ChangeRequest.update(ended, { where: { id, state: 'waiting' }, transaction: t });
}
