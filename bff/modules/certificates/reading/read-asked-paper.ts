import type { Transaction } from 'sequelize';
import { Application } from '../model.ts';

/** Paper copies as an approved application asks for them, with the fees of the day it was submitted; null: none. */
export async function readAskedPaper(
  applicationId: number,
  t: Transaction,
): Promise<{ paper: NonNullable<Application['paper']>; applicantName: string; number: string } | null> {
  const { paper, applicantName, number } = await Application.findByPk(applicationId, {
    transaction: t,
    rejectOnEmpty: true,
  });
  return paper && { paper, applicantName, number };
}
