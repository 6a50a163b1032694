import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { keepsState } from '../singletons.ts';

/** Everything `/metrics` shows. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });
keepsState(() => registry.resetMetrics());

const requestSeconds = new Histogram({
  name: 'http_request_seconds',
  help: 'Time to answer, by route pattern',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
  registers: [registry],
});

const jobSeconds = new Histogram({
  name: 'job_seconds',
  help: 'Time one attempt at a job took, by name and outcome (done, retry, waiting, dead, lost)',
  labelNames: ['name', 'outcome'] as const,
  buckets: [0.01, 0.05, 0.2, 1, 5, 30, 120],
  registers: [registry],
});

const jobsDead = new Counter({
  name: 'jobs_dead_total',
  help: 'Jobs given up; each needs a person',
  labelNames: ['name'] as const,
  registers: [registry],
});

const jobsDue = new Gauge({
  name: 'jobs_due',
  help: 'Jobs that are due and wait for a worker, as last seen by this process',
  registers: [registry],
});

const signingCertificateUntil = new Gauge({
  name: 'signing_certificate_not_after_seconds',
  help: 'Until when the signing certificate and those above it are valid, Unix time',
  registers: [registry],
});

export type JobOutcome = 'done' | 'retry' | 'waiting' | 'dead' | 'lost';

/** Counts one answered request; `route` is the pattern, never the path with its ids and tokens. */
export function observeRequest(request: { method: string; route: string; status: number; seconds: number }): void {
  const { method, route, status, seconds } = request;
  requestSeconds.observe({ method, route, status }, seconds);
}

/** Counts one attempt at a job. */
export function observeJob(job: { name: string; outcome: JobOutcome; seconds: number }): void {
  jobSeconds.observe({ name: job.name, outcome: job.outcome }, job.seconds);
  if (job.outcome === 'dead') jobsDead.inc({ name: job.name });
}

/** Notes how many jobs wait. */
export function observeDueJobs(count: number): void {
  jobsDue.set(count);
}

/** Notes until when letters can be signed, epoch milliseconds. */
export function observeSigningCertificate(validUntil: number): void {
  signingCertificateUntil.set(Math.floor(validUntil / 1_000));
}
