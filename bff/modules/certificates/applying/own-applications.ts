import type { Transaction } from 'sequelize';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { ofApplication } from '../../../subject.ts';
import type { SubjectRef } from '../../../subject.ts';
import { Application } from '../model.ts';

/**
 * Whose files a member may attach again: those of an application of the same member, whichever of its accounts sent it.
 * For `bindFiles` and `expectOwnFiles`.
 */
export function ownApplications(actor: MemberActor, t?: Transaction): (owner: SubjectRef) => Promise<boolean> {
  const { kind, id } = memberIdOf(actor);
  return async (owner) => {
    if (owner.kind !== ofApplication(owner.id).kind) return false;
    const where = { id: owner.id, applicantKind: kind, applicantId: id };
    return (await Application.count({ where, ...(t && { transaction: t }) })) > 0;
  };
}
