import type { Context, Next } from 'koa';
import { database } from '../platform/db/database.ts';
import { kv } from '../platform/kv/kv.ts';
import { registry } from '../platform/metrics/metrics.ts';
import { signerState } from '../platform/signer/signer.ts';

/** Answers of one dependency are awaited this long, ms: an orchestrator asks every few seconds. */
const WITHIN_MS = 2_000;

/**
 * `/healthz`: the process runs. `/readyz`: database and key-values answer, otherwise 503 with what does not; `signer` says
 * whether letters can be signed, and why not: that is no reason to keep visitors away. `/metrics`: Prometheus, only for callers on this machine, since the numbers are nobody else's business.
 */
export function healthRoutes() {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path === '/healthz') {
      ctx.body = { ok: true };
    } else if (ctx.path === '/readyz') {
      const checks = { database: await answers(pingDatabase), kv: await answers(pingKv) };
      ctx.status = Object.values(checks).every(Boolean) ? 200 : 503;
      ctx.body = { ...checks, signer: signerState() };
    } else if (ctx.path === '/metrics' && isLocal(ctx)) {
      ctx.type = registry.contentType;
      ctx.body = await registry.metrics();
    } else {
      await next();
    }
  };
}

const pingDatabase = async () => database.sequelize.query('SELECT 1');
const pingKv = async () => kv.get('readyz');

async function answers(ping: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), WITHIN_MS)));
  const answered = ping().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

function isLocal(ctx: Context): boolean {
  const address = ctx.req.socket.remoteAddress ?? '';
  return /^(127\.|::1$|::ffff:127\.)/.test(address) && ctx.get('x-forwarded-for') === '';
}
