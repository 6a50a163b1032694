import { toIso } from '../../contract/dates.ts';
import { FORM_COPIES } from '../../contract/registration-forms/enums.ts';
import type { PublicForm } from '../../contract/verification/replies.ts';
import type { VerifiableForm } from '../registration-forms/issuing/find-form.ts';

/** What a 登记表 says, for strangers: whose it is and of when, nothing of what the lawyer has filled in. */
export function publicForm({ form, sha256, issuedAt }: VerifiableForm): PublicForm {
  const { number, association, name, licenceNo, firm, approvedOn, copy, issuedOn, signer, isTest } = form;
  return {
    number,
    association,
    name,
    licenceNo,
    firm,
    approvedOn,
    copy: FORM_COPIES[copy],
    issuedAt: toIso(issuedAt),
    issuedOn,
    sha256,
    signer,
    isTest,
  };
}
