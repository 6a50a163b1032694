import { openIdentity } from './identity.ts';
import { Firm, Lawyer } from './model.ts';

/**
 * The initial password of a member: last 6 characters of the identity number, of a firm's credit code, letters in
 * lower case (members.md, Signing in). null when there is no such member.
 */
export async function readInitialPassword(member: {
  firmId: number | null;
  lawyerId: number | null;
}): Promise<string | null> {
  if (member.lawyerId !== null) {
    const lawyer = await Lawyer.findByPk(member.lawyerId, { attributes: ['identitySealed', 'identityIndex'] });
    return lawyer && lastSix(openIdentity(lawyer));
  }
  const firm = member.firmId === null ? null : await Firm.findByPk(member.firmId, { attributes: ['uscc'] });
  return firm && lastSix(firm.uscc);
}

const lastSix = (number: string) => number.slice(-6).toLowerCase();
