import type { Transaction } from 'sequelize';
import { Application, type CertificateType } from '../model.ts';

/**
 * Whether a type is still being written: members do not see it, and nobody has applied for it, so no letter is made of it.
 * One administrator changes it as often as need be; two persons look at the whole before it is offered.
 */
export async function isDraft(type: CertificateType, t?: Transaction): Promise<boolean> {
  return (
    type.isRetired && (await Application.count({ where: { typeId: type.id }, ...(t && { transaction: t }) })) === 0
  );
}
