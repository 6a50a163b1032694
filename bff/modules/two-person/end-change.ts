import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../../actor.ts';
import { describeChange } from './describe-change.ts';
import { loadChangeFor } from './load-change.ts';
import { auditChange } from './request-change.ts';

const ENDS = {
  decline: { state: 'declined', action: 'change.declined' },
  withdraw: { state: 'withdrawn', action: 'change.withdrawn' },
} as const;

/** A waiting change comes to nothing: another administrator does not agree, and says why, or who asked takes it back. Throws as `loadChangeFor`. */
export async function endChange(
  end: { actor: StaffActor; id: number } & ({ act: 'decline'; reason: string } | { act: 'withdraw' }),
): Promise<ChangeRow> {
  const { actor, act } = end;
  const reason = act === 'decline' ? end.reason : '';
  const { state, action } = ENDS[act];
  return transaction(async (t) => {
    const change = await loadChangeFor(end, t);
    await change.update({ state, decidedByName: actor.name, decidedAt: clock.now(), reason }, { transaction: t });
    await auditChange({ actor, action, change }, t);
    return describeChange(change, actor);
  });
}
