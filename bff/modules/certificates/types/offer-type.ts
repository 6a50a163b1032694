import { faultsOfCombination } from '../../../contract/certificate-types/rule-sets.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { refuseStale } from '../../registry/facts/version.ts';
import { currentWording } from './find-type.ts';
import { findTypeForStaff, type StaffType } from './list-types-for-staff.ts';
import { tryWordingEverywhere } from './wordings/try-wording.ts';
import { typeEvidence } from './type-seal.ts';
import { lockType } from './update-type.ts';

/**
 * Offers a type to members: a new one, or one that was retired. Its wording is printed in every situation before.
 * Throws `not_found`, `changed_meanwhile`, `wrong_state` with what has to be mended.
 */
export async function offerType(what: { actor: StaffActor; id: number; version: number }): Promise<StaffType> {
  const { actor, id, version } = what;
  const { type: seen } = await findTypeForStaff({ id });
  const [clash] = Object.values(faultsOfCombination(seen));
  if (clash) throw new AppError('wrong_state', { message: `不能启用：${clash}` });
  const wording = await currentWording(id);
  try {
    await tryWordingEverywhere(seen, wording);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid_fields') throw error;
    throw new AppError('wrong_state', { message: `正文尚不能使用。${Object.values(error.fields ?? {}).join('；')}` });
  }
  await transaction(async (t) => {
    const type = await lockType(id, t);
    refuseStale(type, version);
    // What was printed is what is offered.
    if ((await currentWording(id, t)).id !== wording.id) throw new AppError('changed_meanwhile');
    if (!type.isRetired) return;
    await type.update({ isRetired: false, version: type.version + 1 }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'type.offered',
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
