import { defineJob } from '../../../platform/jobs/job.ts';
import { DataDownload } from '../model.ts';
import { makeDownload } from './make-download.ts';

/** Makes the file; given up, the member may ask again. */
export const makeDataDownloadJob = defineJob('make-data-download', {
  work: ({ downloadId }) => makeDownload(downloadId),
  async onDead({ downloadId }, _error, t) {
    await DataDownload.update({ state: 'failed' }, { where: { id: downloadId, state: 'making' }, transaction: t });
  },
});
