import { defineJob } from '../../../platform/jobs/job.ts';
import { tellPapers } from './tell-papers.ts';

export const tellPapersJob = defineJob('tell-bulk-papers', { work: ({ bulkOrderId }) => tellPapers(bulkOrderId) });
