import type { JobWork } from '../../platform/jobs/job.ts';
import { tellBulk } from './tell-bulk.ts';

/** Payload { bulkOrderId, look }. */
export const tellBulkJob: JobWork = ({ bulkOrderId, look }) =>
  tellBulk({ orderId: Number(bulkOrderId), look: Number(look) });
