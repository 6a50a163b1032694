import type { JobWork } from '../../platform/jobs/job.ts';
import { reconcileBill } from './reconcile-bill.ts';
import { scheduleReconciliation } from './schedule-reconciliation.ts';

/** Payload { date }: compares that day and asks for the next. */
export const reconcileBillJob: JobWork = async ({ date }) => {
  await reconcileBill(date as string);
  await scheduleReconciliation();
};
