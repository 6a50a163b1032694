import { log } from '../../../platform/log/log.ts';
import { latestApproved } from '../../profiles/review/read-approved.ts';
import { RegistrationForm } from '../model.ts';
import { confirmForm } from './form-evidence.ts';
import type { FormRecord } from './form-record.ts';

/** An issued form as verification tells it: of the signed file and the log. */
export interface VerifiableForm {
  isConfirmed: true;
  kind: 'form';
  code: string;
  form: FormRecord;
  sha256: string;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** Something newer of the same lawyer was approved. */
  isSuperseded: boolean;
}

/** Finds a form by a key that gives access, or (number) is checked further by the caller; null: there is none. */
export async function findForm({
  by,
  value,
}: {
  by: 'token' | 'number' | 'sha256';
  value: string;
}): Promise<VerifiableForm | { isConfirmed: false; code: string } | null> {
  const found = await RegistrationForm.findOne({ where: { [by]: value } });
  if (!found) return null;
  const { id, code, lawyerId, snapshotId } = found;
  const confirmed = await confirmForm(found);
  if ('fault' in confirmed) {
    log.error({ form: id, fault: confirmed.fault }, 'a registration form is not what was issued');
    return { isConfirmed: false, code };
  }
  const { record, evidence } = confirmed;
  return {
    isConfirmed: true,
    kind: 'form',
    code,
    form: record,
    sha256: evidence.file,
    issuedAt: evidence.issuedAt,
    isSuperseded: (await latestApproved(lawyerId)) !== snapshotId,
  };
}
