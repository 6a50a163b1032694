import type { Transaction } from 'sequelize';
import { AppError } from '../../../../errors.ts';
import { officeFault, type Printed } from '../../../settings/office-seal.ts';
import { CertificateType, type CertificateWording } from '../../model.ts';
import { currentWording } from '../find-type.ts';
import { typeFault } from './type-seal.ts';
import { unfitIn } from './unfit-types.ts';

/** To members and reviewers alike; what it is stands on 证明类型. */
const UNFIT = '该证明类型不符合现行要求，管理员在“证明类型”中修改后才能出具';

/**
 * Throws `wrong_state`, in words, when type, wording or the settings that letters print are not as the log has them, or the
 * rules of today refuse the type.
 */
export async function expectSound(
  from: { type: CertificateType; wording: CertificateWording; office: Printed },
  t?: Transaction,
): Promise<void> {
  const unsealed = (await typeFault(from.type, from.wording, t)) ?? (await officeFault(from.office, t));
  const fault = unsealed ?? (unfitIn(from.type, from.wording.body).length > 0 ? UNFIT : null);
  if (fault !== null) throw new AppError('wrong_state', { message: fault });
}

/** Compares every type and its wording in force with the log; answers those that differ, in words. */
export async function checkTypes(): Promise<{ label: string; fault: string }[]> {
  const faults: { label: string; fault: string }[] = [];
  for (const type of await CertificateType.findAll({ order: ['id'] })) {
    const fault = await typeFault(type, await currentWording(type.id));
    if (fault !== null) faults.push({ label: type.label, fault });
  }
  return faults;
}
