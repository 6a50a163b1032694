import { z } from 'zod';
import { pageQuery, keyOf } from '../fields.ts';
import { JOB_STATES } from './enums.ts';

export const listJobs = z.strictObject({ ...pageQuery, state: keyOf(JOB_STATES, '状态').default('dead') });
export type ListJobs = z.input<typeof listJobs>;
