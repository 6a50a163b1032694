import { defineJob } from '../../../platform/jobs/job.ts';
import { removeDownload } from './make-download.ts';

/** Removes the file three days after it was made. */
export const removeDataDownloadJob = defineJob('remove-data-download', {
  work: ({ downloadId }) => removeDownload(downloadId),
});
