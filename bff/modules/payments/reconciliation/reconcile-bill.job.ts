import { defineJob } from '../../../platform/jobs/job.ts';
import { reconcileBill } from './reconcile-bill.ts';
import { scheduleReconciliation } from './schedule-reconciliation.ts';

/** Asks for the next day, whatever comes of this one, and compares it. */
export const reconcileBillJob = defineJob('reconcile-bill', {
  async work({ date }) {
    await scheduleReconciliation();
    await reconcileBill({ date, by: null });
  },
});
