import { keyOfMember, type FactSource } from '../../eligibility/atom.ts';

/** Who it is: for conditions that name lawyers one by one. Of a firm that is unknown. */
export const lawyerIdSource: FactSource<number> = {
  read: async (members) =>
    new Map(members.filter(({ kind }) => kind === 'lawyer').map((lawyer) => [keyOfMember(lawyer), lawyer.id])),
};
