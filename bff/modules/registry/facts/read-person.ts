import type { Transaction } from 'sequelize';
import { birthOfNumber } from '../../../contract/registry/identity.ts';
import { IDENTITY_KINDS, type IdentityKind, type LawyerCategory, type Sex } from '../../../contract/registry/enums.ts';
import { maskIdentity } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { Firm, Lawyer } from '../model.ts';
import { decryptIdentity } from './identity.ts';

/** What the registry says of a lawyer as a person: never the identity number itself. */
export interface RegisteredPerson {
  name: string;
  latinName: string;
  sex: Sex;
  licenceNo: string;
  category: LawyerCategory;
  firmName: string;
  firstPractisedOn: string;
  identityKind: IdentityKind;
  /** 居民身份证 440***********1234 */
  identityWords: string;
  /** From the number; null: it says none. */
  birthOn: string | null;
  /** First two digits of the number, by which a permit says where somebody is from. */
  identityPrefix: string;
  phone: string;
  email: string;
}

/** The person behind a lawyer's record. Throws `not_found`. */
export async function readPerson(lawyerId: number, t?: Transaction): Promise<RegisteredPerson> {
  const options = { rejectOnEmpty: new AppError('not_found'), transaction: t ?? null };
  const lawyer = await Lawyer.findByPk(lawyerId, options);
  const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId, { transaction: t ?? null });
  const number = decryptIdentity(lawyer);
  return {
    name: lawyer.name,
    latinName: lawyer.latinName,
    sex: lawyer.sex,
    licenceNo: lawyer.licenceNo,
    category: lawyer.category,
    firmName: firm?.name ?? '',
    firstPractisedOn: lawyer.firstPractisedOn,
    identityKind: lawyer.identityKind,
    identityWords: `${IDENTITY_KINDS[lawyer.identityKind]} ${maskIdentity(number)}`,
    birthOn: birthOfNumber(number),
    identityPrefix: number.slice(0, 2),
    phone: lawyer.phone,
    email: lawyer.email,
  };
}
