import type { SubjectKind } from '../../contract/registry/enums.ts';
import type { MemberActor } from '../../actor.ts';

/** Whose inbox an account reads: that of the member it acts for. */
export function memberOf(actor: MemberActor): { kind: SubjectKind; id: number } {
  return actor.kind === 'firm' ? { kind: 'firm', id: actor.firmId } : { kind: 'lawyer', id: actor.lawyerId };
}
