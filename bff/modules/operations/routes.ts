import { toIso } from '../../contract/dates.ts';
import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import type { JobRow } from '../../contract/operations/endpoints.ts';
import { listJobs as jobsQuery } from '../../contract/operations/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/operations/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { listJobs, retryDeadJob, type JobLine } from './list-jobs.ts';

const presentJob = (job: JobLine): JobRow => ({
  ...job,
  runAt: toIso(job.runAt),
  lastError: job.lastError ?? '',
  payload: JSON.parse(job.payload) as JobRow['payload'],
});

export const operationsRoutes = [
  route(operationsEndpoints.listJobs, { query: jobsQuery, reply: pageOf(replies.jobRow) }, async ({ query }) => {
    const page = await listJobs(query);
    return { ...page, items: page.items.map(presentJob) };
  }),
  route(operationsEndpoints.retryJob, { params: idParams, reply: replies.jobRow }, async ({ actor, params }) =>
    presentJob(await retryDeadJob({ actor, id: params.id })),
  ),
];
