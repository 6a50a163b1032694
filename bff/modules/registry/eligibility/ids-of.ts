import type { SubjectKind } from '../../../contract/registry/enums.ts';
import type { Member } from '../../eligibility/atom.ts';

/** The ids of the firms, or of the lawyers, among members. */
export const idsOf = (members: readonly Member[], kind: SubjectKind): number[] =>
  members.filter((member) => member.kind === kind).map(({ id }) => id);
