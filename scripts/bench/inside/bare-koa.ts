/** Koa and its router with one route that answers a constant. Arguments: port, bytes of the answer. */
import Router from '@koa/router';
import Koa from 'koa';

const [port, bytes] = process.argv.slice(2).map(Number);
const answer = JSON.stringify({ constant: 'x'.repeat(Math.max(0, (bytes ?? 0) - 15)) });
const router = new Router();
router.get('/api/constant', (ctx) => {
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = answer;
});
new Koa().use(router.routes()).listen(port, '127.0.0.1');
