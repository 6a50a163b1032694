import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { untilInWords } from '../../../contract/papers/deadline.ts';
import { toYuan } from '../../../contract/text.ts';
import { select } from '../../../platform/db/database.ts';
import { applicationParts } from '../applying/application-parts.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';
import { fileOf } from './file-of.ts';

const fileRow = z.strictObject({ id: z.int(), number: z.string(), storageKey: z.string().nullable() });

/** Tells a member that the certificate is there, with the file where a mail can carry it, and until when its paper is paid. */
export async function tellIssued({ applicationId }: { applicationId: number }, t: Transaction): Promise<void> {
  const [certificate] = await select(
    fileRow,
    'SELECT id, number, storage_key AS storageKey FROM certificates WHERE application_id = ?',
    [applicationId],
    t,
  );
  if (!certificate) throw new Error(`application ${applicationId} has no certificate`);
  const facts = { paper: await owedInWords(applicationId, t) };
  const file = { ...fileOf(certificate), isEssential: false };
  await tellApplicant({ event: 'approved', applicationId, facts, file }, t);
}

/** What is to be paid for its paper; '' for nothing. */
async function owedInWords(applicationId: number, t: Transaction): Promise<string> {
  const owed = await applicationParts.answer.owed(applicationId, t);
  if (!owed) return '';
  const { totalFen, isBulk, payUntilOn } = owed;
  const what = isBulk
    ? '纸质证明在批量申请的页面一并缴费，缴费后打印。'
    : `纸质证明费用${toYuan(totalFen)}元，缴费后打印。`;
  return `${what}${untilInWords(payUntilOn)}`;
}
