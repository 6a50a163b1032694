import type { OwnRecord } from '../../../contract/registry/endpoints.ts';
import { AppError } from '../../../errors.ts';
import type { MemberActor } from '../../../actor.ts';
import { Firm, Lawyer } from '../model.ts';

/** Step 信息确认: the actor's own record as it would be certified. */
export async function showOwnRecord({ actor }: { actor: MemberActor }): Promise<OwnRecord> {
  if (actor.kind === 'firm') {
    const firm = await Firm.findByPk(actor.firmId, { rejectOnEmpty: new AppError('not_found') });
    const { name, address, licenceNo, uscc, approvedOn } = firm;
    return { kind: 'firm', name, address, licenceNo, uscc, approvedOn };
  }
  const lawyer = await Lawyer.findByPk(actor.lawyerId, { rejectOnEmpty: new AppError('not_found') });
  const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId);
  const { name, sex, licenceNo, category, firstPractisedOn } = lawyer;
  const firmName = firm?.name ?? '';
  const confirmedLatinName = lawyer.latinNameConfirmedOn === null ? '' : lawyer.latinName;
  return { kind: 'lawyer', name, sex, licenceNo, firmName, category, firstPractisedOn, confirmedLatinName };
}
