import { defineJob } from '../../platform/jobs/job.ts';
import { tellBulk } from './tell-bulk.ts';

export const tellBulkJob = defineJob('tell-bulk-order', {
  work: ({ bulkOrderId, look }) => tellBulk({ orderId: bulkOrderId, look }),
});
