import type { MemberAccount } from '../../../contract/accounts/replies.ts';
import { AppError } from '../../../errors.ts';
import type { MemberActor } from '../../../actor.ts';
import { Firm, Lawyer } from '../model.ts';

export type MemberCard = Pick<MemberAccount, 'licenceNo' | 'firmKind' | 'category' | 'firmName'>;

/** What every page shows about the signed-in member beside the name. */
export async function readMemberCard(actor: MemberActor): Promise<MemberCard> {
  if (actor.kind === 'firm') {
    const firm = await Firm.findByPk(actor.firmId, { rejectOnEmpty: new AppError('not_found') });
    return { licenceNo: firm.licenceNo, firmKind: firm.kind };
  }
  const lawyer = await Lawyer.findByPk(actor.lawyerId, { rejectOnEmpty: new AppError('not_found') });
  const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId);
  return { licenceNo: lawyer.licenceNo, category: lawyer.category, firmName: firm?.name ?? '' };
}
