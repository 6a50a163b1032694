import type { Transaction } from 'sequelize';
import { Certificate } from '../model.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';
import { fileOf } from './file-of.ts';

/** Tells a member that the certificate is there, with the file where a mail can carry it. */
export async function tellIssued({ applicationId }: { applicationId: number }, t: Transaction): Promise<void> {
  const certificate = await Certificate.findOne({ where: { applicationId }, transaction: t, rejectOnEmpty: true });
  await tellApplicant({ event: 'approved', applicationId, file: { ...fileOf(certificate), isEssential: false } }, t);
}
