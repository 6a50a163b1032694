import { defineJob } from '../../../platform/jobs/job.ts';
import { removeUpload } from '../photo-files.ts';

export const removePhotoUploadJob = defineJob('remove-photo-upload', {
  work: ({ uploadId }) => removeUpload(uploadId),
});
