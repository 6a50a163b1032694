import { defineJob } from '../../platform/jobs/job.ts';
import { removeExport } from './remove-export.ts';

export const removeExportJob = defineJob('remove-export', { work: ({ exportId }) => removeExport(exportId) });
