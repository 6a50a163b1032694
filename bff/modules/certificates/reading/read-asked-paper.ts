import type { Transaction } from 'sequelize';
import { Application } from '../model.ts';

export interface AskedPaper {
  paper: NonNullable<Application['paper']>;
  applicantName: string;
  number: string;
  /** The bulk order that it belongs to. */
  bulkOrderId: number | null;
}

/** Paper copies as an approved application asks for them, with the fees of the day it was submitted; null: none. */
export async function readAskedPaper(applicationId: number, t: Transaction): Promise<AskedPaper | null> {
  const { paper, applicantName, number, bulkOrderId } = await Application.findByPk(applicationId, {
    transaction: t,
    rejectOnEmpty: true,
  });
  return paper && { paper, applicantName, number, bulkOrderId };
}
