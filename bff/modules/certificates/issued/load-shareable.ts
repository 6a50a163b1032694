import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import type { MemberActor } from '../../../actor.ts';
import { loadFor } from '../policy.ts';

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
  const { certificate } = await loadFor(what.actor, what.act, what.id, t);
  if (certificate?.issueState !== 'issued') throw new AppError('wrong_state');
  const { id: certificateId, number, standing } = certificate;
  return { certificateId, number, stands: standing === 'valid' };
}
