import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { officeFault, type Printed } from '../../settings/office-seal.ts';
import { CertificateType, type CertificateWording } from '../model.ts';
import { currentWording } from './find-type.ts';
import { typeFault } from './type-seal.ts';

/** Throws `wrong_state`, in words, when type, wording or the settings that letters print are not as the log has them. */
export async function expectSealed(
  from: { type: CertificateType; wording: CertificateWording; office: Printed },
  t?: Transaction,
): Promise<void> {
  const fault = (await typeFault(from.type, from.wording, t)) ?? (await officeFault(from.office, t));
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
