import { AppError } from '../../../../errors.ts';
import { findTypeForStaff } from '../list-types-for-staff.ts';
import { CertificateWording } from '../../model.ts';

/** A version of a wording, and whether it is the one in force. */
export interface WordingVersion {
  wording: CertificateWording;
  isCurrent: boolean;
}

/** Versions of a type's wording, the newest first; throws `not_found`. */
export async function listWordings({ typeId }: { typeId: number }): Promise<WordingVersion[]> {
  await findTypeForStaff({ id: typeId });
  const wordings = await CertificateWording.findAll({ where: { typeId }, order: [['version', 'DESC']] });
  return wordings.map((wording, place) => ({ wording, isCurrent: place === 0 }));
}

/** One version; throws `not_found`. */
export async function findWording({ id }: { id: number }): Promise<WordingVersion> {
  const wording = await CertificateWording.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  const { wordingVersion } = await findTypeForStaff({ id: wording.typeId });
  return { wording, isCurrent: wording.version === wordingVersion };
}
