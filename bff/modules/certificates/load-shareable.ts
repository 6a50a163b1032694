import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import type { MemberActor } from '../accounts/actor.ts';
import { loadFor } from './policy.ts';

/** An issued certificate whose links its member may see (`show`) or add to (`share`). */
export interface Shareable {
  certificateId: number;
  number: string;
}

/** Throws `not_found` for what is not the actor's own, `wrong_state` or `already_decided` when there is nothing to share. */
export async function loadShareable(
  what: { actor: MemberActor; act: 'show' | 'share'; id: number },
  t?: Transaction,
): Promise<Shareable> {
  const { certificate } = await loadFor(what.actor, what.act, what.id, t);
  if (certificate?.issueState !== 'issued') throw new AppError('wrong_state');
  return { certificateId: certificate.id, number: certificate.number };
}
