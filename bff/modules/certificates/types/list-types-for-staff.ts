import { AppError } from '../../../errors.ts';
import { CertificateType, CertificateWording } from '../model.ts';
import { isDraft } from './drafts.ts';
import { readUnfit } from './soundness/unfit-types.ts';

/** A type as staff see it: with the version of the wording in force. */
export interface StaffType {
  type: CertificateType;
  wordingVersion: number;
  /** What the rules of today refuse in it, where it is in use: nobody can apply for it. */
  faults: string[];
}

/** One of them. */
export interface OneType extends StaffType {
  /** Still being written: its wording is in force without a second person. */
  isDraft: boolean;
}

/** All types in the office's order, retired ones last. */
export async function listTypesForStaff(): Promise<StaffType[]> {
  const types = await CertificateType.findAll({ order: ['isRetired', 'position', 'id'] });
  const wordings = await CertificateWording.findAll({ attributes: ['typeId', 'version'] });
  const versions = new Map<number, number>();
  for (const { typeId, version } of wordings) versions.set(typeId, Math.max(version, versions.get(typeId) ?? 0));
  const unfit = await readUnfit(inUse(types));
  return types.map((type) => ({
    type,
    wordingVersion: versions.get(type.id) ?? 0,
    faults: unfit.get(type.id) ?? [],
  }));
}

/** What is no more or not yet offered is tried as a whole before it is (offer-type.ts). */
const inUse = (types: CertificateType[]) => types.filter(({ isRetired }) => !isRetired);

/** One type; throws `not_found`. */
export async function findTypeForStaff({ id }: { id: number }): Promise<OneType> {
  const type = await CertificateType.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  const version = await CertificateWording.max<number, CertificateWording>('version', { where: { typeId: id } });
  const faults = (await readUnfit(inUse([type]))).get(id) ?? [];
  return { type, wordingVersion: version ?? 0, faults, isDraft: await isDraft(type) };
}
