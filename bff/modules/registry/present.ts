import type { FirmDetail, LawyerDetail } from '../../contract/registry/endpoints.ts';
import type { StaffActor } from '../../actor.ts';
import type { FirmRecord } from './firms/find-firm.ts';
import type { LawyerRecord } from './lawyers/find-lawyer.ts';

/** A firm as staff see it. */
export function presentFirm({ firm, formerNames, lawyerCount }: FirmRecord): FirmDetail {
  const { id, name, kind, licenceNo, uscc, status, address, approvedOn, cancelledOn, personInCharge } = firm;
  const { phone, email, pendingChange, englishName, englishNameConfirmedOn, version } = firm;
  return {
    id,
    name,
    kind,
    licenceNo,
    uscc,
    status,
    lawyerCount,
    address,
    approvedOn,
    cancelledOn,
    personInCharge,
    phone,
    email,
    pendingChange,
    englishName,
    englishNameConfirmedOn,
    formerNames: formerNames.map((former) => ({ name: former.name, untilOn: former.untilOn })),
    version,
  };
}

/** A lawyer as staff see him or her: the identity number masked. */
export function presentLawyer({ lawyer, firmName, identityMasked, periods, warnings }: LawyerRecord): LawyerDetail {
  const { id, name, licenceNo, category, status, firmId, sex, identityKind, identityMatchedOn } = lawyer;
  const {
    firstPractisedOn,
    joinedOn,
    cancelledOn,
    latinName,
    latinNameConfirmedOn,
    phone,
    email,
    pendingChange,
    version,
  } = lawyer;
  return {
    id,
    name,
    licenceNo,
    category,
    status,
    firmId,
    firmName,
    sex,
    identityKind,
    identityMasked,
    identityMatchedOn,
    firstPractisedOn,
    joinedOn,
    cancelledOn,
    latinName,
    latinNameConfirmedOn,
    phone,
    email,
    pendingChange,
    periods,
    warnings,
    version,
  };
}

/**
 * As this member of staff may see it: who works for finance alone reads telephone numbers in orders only, and who has no
 * role no contact at all.
 */
export function presentFor<Member extends FirmDetail | LawyerDetail>({ roles }: StaffActor, member: Member): Member {
  if (roles.some((role) => role !== 'finance')) return member;
  const withoutPhone = { ...member, phone: '', isPhoneHidden: true as const };
  return roles.length > 0 ? withoutPhone : { ...withoutPhone, email: '', isEmailHidden: true as const };
}
