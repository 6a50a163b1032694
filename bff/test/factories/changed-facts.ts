import { updateFirm } from '../../modules/registry/firms/update-firm.ts';
import { updateLawyer } from '../../modules/registry/lawyers/update-lawyer.ts';
import type { FirmData } from '../../modules/registry/firms/create-firm.ts';
import type { LawyerData } from '../../modules/registry/lawyers/create-lawyer.ts';
import type { Firm, Lawyer } from '../../modules/registry/model.ts';
import { staffActor } from './registry.ts';

/** Staff correct what the registry says of a firm. */
export async function changeFirm(firm: Firm, more: Partial<FirmData>): Promise<void> {
  const { kind, name, licenceNo, uscc, address, approvedOn, status, cancelledOn } = await firm.reload();
  const { personInCharge, phone, email, pendingChange, version } = firm;
  const contact = { personInCharge, phone, email, pendingChange, version };
  const input = { kind, name, licenceNo, uscc, address, approvedOn, status, cancelledOn, ...contact, ...more };
  await updateFirm({ actor: staffActor('registrar'), id: firm.id, input });
}

/** Staff correct what the registry says of a lawyer; the identity number stays. */
export async function changeLawyer(lawyer: Lawyer, more: Partial<LawyerData>): Promise<void> {
  const { name, sex, licenceNo, identityKind, identityMatchedOn, category, firmId } = await lawyer.reload();
  const { joinedOn, firstPractisedOn, status, cancelledOn, latinName, phone, email, pendingChange, version } = lawyer;
  const input: LawyerData = {
    name,
    sex,
    licenceNo,
    identityKind,
    identityNumber: undefined,
    identityMatchedOn,
    category,
    firmId,
    joinedOn,
    firmSinceOn: undefined,
    firstPractisedOn,
    status,
    cancelledOn,
    latinName,
    phone,
    email,
    pendingChange,
    version,
    ...more,
  };
  await updateLawyer({ actor: staffActor('registrar'), id: lawyer.id, input });
}
