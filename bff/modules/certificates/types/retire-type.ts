import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { refuseStale } from '../../registry/facts/version.ts';
import { findTypeForStaff, type OneType } from './list-types-for-staff.ts';
import { typeEvidence } from './soundness/type-seal.ts';
import { lockType } from './update-type.ts';

/**
 * Takes a type away from members. What was submitted is still decided, and certificates of it stay what they are.
 * Throws `not_found`, `changed_meanwhile`.
 */
export async function retireType(what: { actor: StaffActor; id: number; version: number }): Promise<OneType> {
  const { actor, id, version } = what;
  await transaction(async (t) => {
    const type = await lockType(id, t);
    refuseStale(type, version);
    if (type.isRetired) return;
    await type.update({ isRetired: true, version: type.version + 1 }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'type.retired',
        targetKind: 'certificate-type',
        targetId: id,
        target: type.label,
        evidence: typeEvidence({ type }),
      },
      t,
    );
  });
  return findTypeForStaff({ id });
}
