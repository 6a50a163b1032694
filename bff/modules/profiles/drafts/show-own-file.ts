import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { ofProfile } from '../../../subject.ts';
import { readFile } from '../../files/read-file.ts';
import { Profile } from '../model.ts';
import { lawyerOf } from '../policy.ts';

/** A file of the actor's own profile. Throws `not_found`. */
export async function showOwnFile({ actor, token }: { actor: MemberActor; token: string }) {
  const where = { lawyerId: lawyerOf(actor) };
  const profile = await Profile.findOne({ where, rejectOnEmpty: new AppError('not_found') });
  return readFile({ actor, owner: ofProfile(profile.id), token });
}
