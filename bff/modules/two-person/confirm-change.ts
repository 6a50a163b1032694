import type { ConfirmedChange } from '../../contract/two-person/endpoints.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { StaffActor } from '../../actor.ts';
import { confirmable, type Agreed } from './confirmable.ts';
import { describeChange } from './describe-change.ts';
import { loadChangeFor } from './load-change.ts';
import type { ChangeKind } from '../../contract/two-person/enums.ts';
import type { SentAccess } from '../../contract/accounts/replies.ts';
import { ChangeRequest } from './model.ts';
import { auditChange, type Leave } from './request-change.ts';

/**
 * The second person agrees, and the change is made in the same transaction, on what it was asked on: `changed_meanwhile`
 * when that is no longer so. Throws as `loadChangeFor`, and as the act itself.
 */
export async function confirmChange({ actor, id }: { actor: StaffActor; id: number }): Promise<ConfirmedChange> {
  const asked = await ChangeRequest.findByPk(id);
  if (!asked) throw new AppError('not_found');
  const leave: Leave = async (t) => {
    const change = await loadChangeFor({ actor, act: 'confirm', id }, t);
    const decided = { state: 'confirmed', decidedByName: actor.name, decidedAt: clock.now() } as const;
    await change.update(decided, { transaction: t });
    await auditChange({ actor, action: 'change.confirmed', change }, t);
  };
  // A row's kind and payload were written together.
  const carryOut = confirmable.answer.carryOut[asked.kind] as (
    agreed: Agreed<ChangeKind>,
  ) => Promise<SentAccess | null>;
  const given = await carryOut({ actor, payload: asked.payload, leave });
  return { change: describeChange(await asked.reload(), actor), given };
}
