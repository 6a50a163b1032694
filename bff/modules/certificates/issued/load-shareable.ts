import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import type { MemberActor } from '../../../actor.ts';
import { isIssued, loadFor, loadIssuedFor } from '../policy.ts';

/** An issued certificate whose links its member may see (`show`) or add to (`share`). */
export interface Shareable {
  certificateId: number;
  number: string;
  /** It stands: links may be added and changed. */
  stands: boolean;
}

/** Throws `not_found` for what is not the actor's own, `wrong_state` or `already_decided` when there is nothing to share. */
export async function loadShareable(
  what: { actor: MemberActor; act: 'show' | 'share'; id: number },
  t?: Transaction,
): Promise<Shareable> {
  const { actor, act, id } = what;
  const { certificate } = act === 'share' ? await loadIssuedFor(actor, act, id, t) : await loadFor(actor, act, id, t);
  if (!isIssued(certificate)) throw new AppError('wrong_state');
  const { id: certificateId, number, standing } = certificate;
  return { certificateId, number, stands: standing === 'valid' };
}
