import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { confirmLatinName } from './confirm-latin-name.ts';
import { findLawyer, type LawyerRecord } from '../lawyers/find-lawyer.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { Lawyer } from '../model.ts';
import { refuseStale } from '../facts/version.ts';

/**
 * Sets how a lawyer is called in Latin letters and confirms it as of today: from then on a Certificate of Standing may
 * be issued without a person's look. Throws `not_found`, `changed_meanwhile`.
 */
export async function enterLatinName({
  actor,
  id,
  input: { latinName, reason, version },
}: {
  actor: StaffActor;
  id: number;
  input: { latinName: string; reason: string; version: number };
}): Promise<LawyerRecord> {
  return transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [id] }, t);
    const lawyer = await Lawyer.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
    refuseStale(lawyer, version);
    await confirmLatinName({ actor, lawyerId: id, latinName, reason }, t);
    return findLawyer({ id }, t);
  });
}
