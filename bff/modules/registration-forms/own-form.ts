import type { MemberActor } from '../../actor.ts';
import type { FormCopy } from '../../contract/registration-forms/enums.ts';
import type { OwnRegistrationForm } from '../../contract/registration-forms/replies.ts';
import { AppError } from '../../errors.ts';
import { SigningUnavailable } from '../../platform/signer/signing-fault.ts';
import { latestApproved, readApproved } from '../profiles/review/read-approved.ts';
import { readForm } from './issuing/form-files.ts';
import { issueForm } from './issuing/issue-form.ts';
import { RegistrationForm } from './model.ts';
import { lawyerOf } from './policy.ts';

/** Whether there is a form to print, and of when. Throws `not_found` for a firm. */
export async function showOwnForm({ actor }: { actor: MemberActor }): Promise<OwnRegistrationForm> {
  const id = await latestApproved(lawyerOf(actor));
  const approved = id === null ? null : await readApproved(id);
  if (!approved) return { approvedOn: null, number: null, hasFamily: false };
  const issued = await RegistrationForm.findOne({ where: { snapshotId: approved.id, copy: 'usual' } });
  const { rows = [] } = approved.sections.family ?? {};
  return { approvedOn: approved.approvedOn, number: issued?.number ?? null, hasFamily: rows.length > 0 };
}

/**
 * The file, of what was approved last; what of it was not issued yet is issued now. Throws `not_found` for a firm,
 * `wrong_state` before the first approval, `unavailable` while nothing can be signed.
 */
export async function readOwnForm({ actor, copy }: { actor: MemberActor; copy: FormCopy }): Promise<{
  bytes: Buffer;
  number: string;
}> {
  const snapshotId = await latestApproved(lawyerOf(actor));
  if (snapshotId === null) throw new AppError('wrong_state', { message: '审核通过后才能打印登记表' });
  const form = await issuedOrRefused(snapshotId, copy);
  const bytes = await readForm(form);
  if (!bytes) throw new AppError('unavailable', { message: '登记表文件暂时无法读取，请联系本会' });
  return { bytes, number: form.number };
}

async function issuedOrRefused(snapshotId: number, copy: FormCopy): Promise<RegistrationForm> {
  try {
    return await issueForm(snapshotId, copy);
  } catch (error) {
    if (!(error instanceof SigningUnavailable)) throw error;
    throw new AppError('unavailable', { message: '暂时不能签名，请稍后再下载登记表' });
  }
}
