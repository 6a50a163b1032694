/**
 * Process that serves 工单 as the product does, and beside them an endpoint that answers one row by its key. Arguments: port,
 * id of that row.
 */
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import Koa from 'koa';
import { z } from 'zod';
import { endpoint } from '../../../bff/contract/endpoint.ts';
import { healthRoutes } from '../../../bff/http/health.ts';
import { mountRoutes } from '../../../bff/http/mount.ts';
import { onError } from '../../../bff/http/on-error.ts';
import { requestLog } from '../../../bff/http/request-log.ts';
import { route } from '../../../bff/http/route.ts';
import { securityHeaders } from '../../../bff/http/security-headers.ts';
import { ticketRoutes } from '../../../bff/modules/tickets/routes.ts';
import { database, select } from '../../../bff/platform/db/database.ts';

const [port, id] = process.argv.slice(2).map(Number);
const row = z.strictObject({ id: z.int(), number: z.string(), title: z.string(), state: z.string() });
const oneRead = route(
  endpoint<{ reply: z.infer<typeof row>[] }>()({ method: 'GET', path: '/one-read', access: 'member', summary: '' }),
  { reply: z.array(row) },
  () => select(row, 'SELECT id, number, title, state FROM tickets WHERE id = ?', [id]),
);
await database.open();
const app = new Koa();
const parts = [requestLog, securityHeaders(), onError, healthRoutes(), mountRoutes([...ticketRoutes, oneRead])];
for (const part of parts) app.use(part);
app.listen(port, '127.0.0.1');
