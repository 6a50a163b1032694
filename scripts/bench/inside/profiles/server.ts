/**
 * Process that serves 信息补全 as the product does, to one lawyer who has filled it in, and beside it one row that is read and
 * one that is written by its key. It says first where, and what opening and saving ask of SQLite.
 */
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import { Statement } from '@appthreat/sqlite3';
import Koa from 'koa';
import { z } from 'zod';
import { endpoint } from '../../../../bff/contract/endpoint.ts';
import type { Row } from '../../../../bff/contract/form-reading/fields.ts';
import { saveSection as saved } from '../../../../bff/contract/profile/schemas.ts';
import { healthRoutes } from '../../../../bff/http/health.ts';
import { mountRoutes } from '../../../../bff/http/mount.ts';
import { onError } from '../../../../bff/http/on-error.ts';
import { requestLog } from '../../../../bff/http/request-log.ts';
import { route } from '../../../../bff/http/route.ts';
import { securityHeaders } from '../../../../bff/http/security-headers.ts';
import { showOwnProfile } from '../../../../bff/modules/profiles/drafts/read-profile.ts';
import { profileRoutes } from '../../../../bff/modules/profiles/routes.ts';
import { write, database, select } from '../../../../bff/platform/db/database.ts';
import { migrate } from '../../../../bff/platform/db/migrate.ts';
import { freePort } from '../../../test/services.mjs';
import { CAREER, lawyerWhoHasFilledIn } from './filled-in.ts';

export interface ServedProfile {
  port: number;
  bearer: string;
  /** What is typed, with the version that stands there. */
  typed: { version: number; rows: readonly Row[]; saidNone: boolean };
  /** Statements of one opening, and those of one save that write anything; none where it is not SQLite. */
  reads: string[];
  writes: string[];
}

await database.open();
await migrate();
const { actor, bearer, save } = await lawyerWhoHasFilledIn();
const { lawyerId } = actor;

/** Everything that SQLite is asked meanwhile. */
async function asked(act: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const whole = { all: Statement.prototype.all, run: Statement.prototype.run, get: Statement.prototype.get };
  for (const [how, original] of Object.entries(whole)) {
    Object.assign(Statement.prototype, {
      [how](this: Statement & { sql: string }, ...values: unknown[]) {
        heard.push(this.sql);
        return (original as (...values: unknown[]) => unknown).apply(this, values);
      },
    });
  }
  await act();
  Object.assign(Statement.prototype, whole);
  return heard;
}
// What is kept in the process is read first.
await showOwnProfile({ actor });
const reads = await asked(() => showOwnProfile({ actor }));
const heard = await asked(() => save('work', CAREER));
const writes = heard.filter((sql) => /^\s*(?:INSERT|UPDATE|DELETE|REPLACE)/i.test(sql));

const row = z.strictObject({ id: z.int(), lawyerId: z.int(), state: z.string(), version: z.int() });
const oneRead = route(
  endpoint<{ reply: z.infer<typeof row>[] }>()({ method: 'GET', path: '/one-read', access: 'member', summary: '' }),
  { reply: z.array(row) },
  () => select(row, 'SELECT id, lawyer_id AS lawyerId, state, version FROM profiles WHERE lawyer_id = ?', [lawyerId]),
);
const oneUpdate = route(
  endpoint<{ body: z.input<typeof saved>; reply: { changed: number } }>()({
    method: 'PUT',
    path: '/one-update',
    access: 'member',
    summary: '',
  }),
  { body: saved, reply: z.strictObject({ changed: z.int() }) },
  async ({ body: { version, rows } }) => {
    const { changed } = await write(
      'UPDATE profile_sections SET data = ?, version = ?, changed_at = ? WHERE lawyer_id = ? AND section = ?',
      [JSON.stringify(rows), version + 1, Date.now(), lawyerId, 'documents'],
    );
    return { changed };
  },
);
const app = new Koa();
const routes = [...profileRoutes, oneRead, oneUpdate];
for (const part of [requestLog, securityHeaders(), onError, healthRoutes(), mountRoutes(routes)]) app.use(part);
const port = await freePort();
const version = await save('work', CAREER);
app.listen(port, '127.0.0.1', () => {
  const typed = { version, rows: CAREER, saidNone: false };
  process.send?.({ port, bearer, typed, reads, writes } satisfies ServedProfile);
});
process.once('disconnect', () => process.exit(0));
