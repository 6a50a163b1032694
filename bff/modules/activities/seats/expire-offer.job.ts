import { defineJob } from '../../../platform/jobs/job.ts';
import { expireOffer } from './expire-offer.ts';

export const expireOfferJob = defineJob('expire-offer', { work: (payload) => expireOffer(payload) });
