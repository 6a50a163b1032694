import { officeEndpoints } from '../../contract/endpoints/office.ts';
import type { JobRow } from '../../contract/endpoints/office.ts';
import { listJobs as jobsQuery } from '../../contract/schemas/office.ts';
import { idParams, route } from '../../http/route.ts';
import { listJobs, retryDeadJob, type JobLine } from './list-jobs.ts';
import { readOverview } from './read-overview.ts';

const presentJob = (job: JobLine): JobRow => ({
  ...job,
  runAt: new Date(job.runAt).toISOString(),
  lastError: job.lastError ?? '',
  payload: JSON.parse(job.payload) as Record<string, unknown>,
});

export const operationsRoutes = [
  route(officeEndpoints.showOverview, {}, () => readOverview()),
  route(officeEndpoints.listJobs, { query: jobsQuery }, async ({ query }) => {
    const page = await listJobs(query);
    return { ...page, items: page.items.map(presentJob) };
  }),
  route(officeEndpoints.retryJob, { params: idParams }, async ({ actor, params }) =>
    presentJob(await retryDeadJob({ actor, id: params.id })),
  ),
];
