import { IDENTITY_KINDS, LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { email, phone } from '../../../contract/fields.ts';
import { confirmLatinName as latinForm } from '../../../contract/records/schemas.ts';
import { lawyerInput } from '../../../contract/registry/schemas.ts';
import { AppError } from '../../../errors.ts';
import { maskedIdentity } from '../facts/identity.ts';
import type { LawyerData } from '../lawyers/create-lawyer.ts';
import { updateLawyer } from '../lawyers/update-lawyer.ts';
import { Firm, Lawyer } from '../model.ts';
import { confirmLatinName } from '../names/confirm-latin-name.ts';
import type { Correctable } from './correctable.ts';
import { parseWanted } from './parse-wanted.ts';

const { name, sex, licenceNo, category, firstPractisedOn, joinedOn } = lawyerInput.shape;
/** What an act can carry out, in the words and with the checks of the registry page. */
const FORM = {
  name,
  sex,
  licenceNo,
  category,
  firstPractisedOn,
  joinedOn,
  latinName: latinForm.shape.latinName,
  phone: phone(),
  email: email(),
};

/** Corrections of a lawyer's entries. */
export const lawyerCorrections: Correctable = {
  async subjects(id, t) {
    const { firmId } = await load(id, t);
    return { firmIds: firmId === null ? [] : [firmId], lawyerIds: [id] };
  },
  async read(id, t) {
    const lawyer = await load(id, t);
    const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId, { transaction: t ?? null });
    return {
      name: lawyer.name,
      licenceNo: lawyer.licenceNo,
      registered: {
        name: lawyer.name,
        latinName: lawyer.latinName,
        sex: lawyer.sex,
        licenceNo: lawyer.licenceNo,
        category: lawyer.category,
        firm: firm?.name ?? '',
        firstPractisedOn: lawyer.firstPractisedOn,
        joinedOn: lawyer.joinedOn,
        status: LAWYER_STATUSES[lawyer.status],
        identity: `${IDENTITY_KINDS[lawyer.identityKind]} ${maskedIdentity(lawyer)}`,
        phone: lawyer.phone,
        email: lawyer.email,
      },
    };
  },
  parse: (field, wanted) => parseWanted(FORM, field, wanted),
  async carryOut({ actor, id, field, wanted }, t) {
    if (field === 'latinName') {
      await confirmLatinName({ actor, lawyerId: id, latinName: wanted, reason: '采纳更正申请' }, t);
    } else {
      await updateLawyer({ actor, id, input: { ...asEntered(await load(id, t)), [field]: wanted } }, t);
    }
  },
};

const load = (id: number, t: Parameters<Correctable['read']>[1]) =>
  Lawyer.findByPk(id, { transaction: t ?? null, rejectOnEmpty: new AppError('not_found') });

/** A lawyer as the form of the registry page would send him or her back unchanged. */
function asEntered(lawyer: Lawyer): LawyerData {
  return {
    name: lawyer.name,
    sex: lawyer.sex,
    licenceNo: lawyer.licenceNo,
    identityKind: lawyer.identityKind,
    identityNumber: undefined,
    identityMatchedOn: lawyer.identityMatchedOn,
    category: lawyer.category,
    firmId: lawyer.firmId,
    joinedOn: lawyer.joinedOn,
    firmSinceOn: undefined,
    firstPractisedOn: lawyer.firstPractisedOn,
    status: lawyer.status,
    cancelledOn: lawyer.cancelledOn,
    latinName: lawyer.latinName,
    phone: lawyer.phone,
    email: lawyer.email,
    pendingChange: lawyer.pendingChange,
    version: lawyer.version,
  };
}
