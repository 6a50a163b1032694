import type { Transaction } from 'sequelize';
import { encryptIdentity } from './identity.ts';
import { Firm, Lawyer } from '../model.ts';

/** The firm with this 执业许可证号. */
export function findFirmByLicence(licenceNo: string, t: Transaction): Promise<Firm | null> {
  return Firm.findOne({ where: { licenceNo }, transaction: t });
}

/** The lawyer with this 执业证号, and the number of his or her firm. */
export async function findLawyerByLicence(
  licenceNo: string,
  t: Transaction,
): Promise<{ lawyer: Lawyer; firmLicenceNo: string | null } | null> {
  const lawyer = await Lawyer.findOne({ where: { licenceNo }, transaction: t });
  if (!lawyer) return null;
  const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId, { transaction: t });
  return { lawyer, firmLicenceNo: firm?.licenceNo ?? null };
}

/** Lawyers with these 执业证号, by number; who is nobody's is missing. */
export async function findByLicences(licenceNos: readonly string[], t: Transaction): Promise<Map<string, number>> {
  const where = { licenceNo: [...licenceNos] };
  const found = await Lawyer.findAll({ where, attributes: ['id', 'licenceNo'], transaction: t });
  return new Map(found.map(({ id, licenceNo }) => [licenceNo, id]));
}

/** Whether this is the identity number on record, which is encrypted. */
export const isIdentityOf = ({ identityIndex }: Lawyer, number: string): boolean =>
  encryptIdentity(number).identityIndex === identityIndex;

/** Whether a lawyer practises in this firm now. */
export async function isLawyerOf(
  { firmId, lawyerId }: { firmId: number; lawyerId: number },
  t: Transaction,
): Promise<boolean> {
  return (await Lawyer.count({ where: { id: lawyerId, firmId }, transaction: t })) === 1;
}
