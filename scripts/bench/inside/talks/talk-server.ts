/**
 * Process that serves 联系客服 as the product does, sockets with it, and beside it an endpoint that writes one row. Argument:
 * port.
 */
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import { createServer } from 'node:http';
import Koa from 'koa';
import { z } from 'zod';
import { endpoint } from '../../../../bff/contract/endpoint.ts';
import { nothing } from '../../../../bff/contract/reply-parts.ts';
import { healthRoutes } from '../../../../bff/http/health.ts';
import { mountRoutes } from '../../../../bff/http/mount.ts';
import { onError } from '../../../../bff/http/on-error.ts';
import { requestLog } from '../../../../bff/http/request-log.ts';
import { route } from '../../../../bff/http/route.ts';
import { securityHeaders } from '../../../../bff/http/security-headers.ts';
import { acceptSockets } from '../../../../bff/http/sockets.ts';
import { chatRoutes, chatSockets } from '../../../../bff/modules/chat/routes.ts';
import { database, transaction } from '../../../../bff/platform/db/database.ts';
import { memory } from './memory.ts';

const port = Number(process.argv[2]);
const body = z.strictObject({ chatId: z.int(), text: z.string() });
const oneInsert = route(
  endpoint<{ body: z.infer<typeof body>; reply: null }>()({
    method: 'POST',
    path: '/one-insert',
    access: 'member',
    summary: '',
  }),
  { body, reply: nothing },
  async ({ actor, body: { chatId, text } }) => {
    await transaction((t) =>
      database.sequelize.query(
        'INSERT INTO chat_notes (chat_id, at, by_id, by_name, body) VALUES ($1, $2, $3, $4, $5)',
        {
          bind: [chatId, Date.now(), actor.accountId, actor.name, text],
          transaction: t,
        },
      ),
    );
    return null;
  },
);
await database.open();
const app = new Koa();
const memoryAnswer: Koa.Middleware = async (ctx, next) => {
  if (ctx.path === '/memory') ctx.body = memory();
  else await next();
};
const parts = [
  memoryAnswer,
  requestLog,
  securityHeaders(),
  onError,
  healthRoutes(),
  mountRoutes([...chatRoutes, oneInsert]),
];
for (const part of parts) app.use(part);
const handle = app.callback();
const server = createServer((request, response) => void handle(request, response));
acceptSockets(server, app, chatSockets);
server.listen(port, '127.0.0.1');
