import { IDENTITY_KINDS } from '../../../contract/registry/enums.ts';
import { AppError } from '../../../errors.ts';
import { Lawyer } from '../model.ts';
import { decryptIdentity } from './identity.ts';

/** 居民身份证 440402198503121234, whole: for the lawyer's own copy of a form alone. Throws `not_found`. */
export async function readIdentityNumber(lawyerId: number): Promise<string> {
  const lawyer = await Lawyer.findByPk(lawyerId, { rejectOnEmpty: new AppError('not_found') });
  return `${IDENTITY_KINDS[lawyer.identityKind]} ${decryptIdentity(lawyer)}`;
}
