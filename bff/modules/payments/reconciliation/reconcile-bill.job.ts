import type { JobWork } from '../../../platform/jobs/job.ts';
import { AppError } from '../../../errors.ts';
import { reconcileBill } from './reconcile-bill.ts';
import { scheduleReconciliation } from './schedule-reconciliation.ts';

/** Payload { date }: asks for the next day, whatever comes of this one, and compares it. */
export const reconcileBillJob: JobWork = async ({ date }) => {
  await scheduleReconciliation();
  try {
    await reconcileBill({ date: date as string, by: null });
  } catch (error) {
    // A refusal ends a job; a bill that is late is to be asked for again.
    throw error instanceof AppError ? new Error(error.message, { cause: error }) : error;
  }
};
