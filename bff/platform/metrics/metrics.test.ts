import { expect, test } from '@jest/globals';
import { observeDueJobs, observeJob, observeRequest, registry } from './metrics.ts';

test('requests and jobs are counted by pattern and outcome', async () => {
  observeRequest({ method: 'GET', route: '/api/verify/:token', status: 200, seconds: 0.01 });
  observeJob({ name: 'issue', outcome: 'done', seconds: 1 });
  observeJob({ name: 'issue', outcome: 'dead', seconds: 1 });
  observeDueJobs(7);
  const text = await registry.metrics();
  expect(text).toContain('http_request_seconds_count{method="GET",route="/api/verify/:token",status="200"} 1');
  expect(text).toContain('job_seconds_count{name="issue",outcome="done"} 1');
  expect(text).toContain('jobs_dead_total{name="issue"} 1');
  expect(text).toContain('jobs_due 7');
  expect(text).toContain('process_cpu_seconds_total');
});
