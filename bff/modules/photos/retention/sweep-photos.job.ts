import { defineJob } from '../../../platform/jobs/job.ts';
import { sweepPhotos } from './sweep-photos.ts';

export const sweepPhotosJob = defineJob('sweep-photos', { work: () => sweepPhotos() });
