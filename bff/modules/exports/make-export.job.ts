import { defineJob } from '../../platform/jobs/job.ts';
import { makeExport, markExportFailed } from './make-export.ts';

export const makeExportJob = defineJob('make-export', {
  work: ({ exportId }, run) => makeExport(exportId, run.signal),
  onDead: ({ exportId }, _error, t) => markExportFailed(exportId, t),
});
