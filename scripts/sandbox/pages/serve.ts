import { COMMANDS } from '../commands.ts';
import { fieldsOf, html, json, redirect, type Asked, type Reply } from '../http.ts';
import { textsPage } from '../sms/pages.ts';
import { note, type World } from '../world.ts';
import { authorise } from './authorise.ts';
import { cashierPage } from './cashier.ts';
import { consolePage } from './console.ts';
import { escape, frame } from './frame.ts';

/** The pages for people below /sandbox, and the commands of their buttons. */
export async function servePages(world: World, asked: Asked): Promise<Reply> {
  const { path } = asked;
  const command = /^\/sandbox\/commands\/([\w-]+)$/.exec(path)?.[1];
  if (command !== undefined && asked.method === 'POST') return run(world, asked, command);
  if (path === '/sandbox/sms') return html(textsPage(world));
  if (path === '/sandbox/state') return json(stateOf(world));
  if (path === '/sandbox/connect/oauth2/authorize') {
    const next = authorise(world, asked.query);
    return 'page' in next ? html(next.page) : redirect(next.location);
  }
  const cashier = /^\/sandbox\/cashier\/(\w+)$/.exec(path)?.[1];
  const page = cashier === undefined ? null : cashierPage(world, cashier, asked.query.get('redirect_url') ?? '');
  if (page) return html(page);
  if (path === '/sandbox' || path === '/sandbox/') return html(consolePage(world));
  return { ...html(frame('没有这个页面', '')), status: 404 };
}

async function run(world: World, asked: Asked, name: string): Promise<Reply> {
  const fields = fieldsOf(asked.body);
  const isForm = !asked.body.trimStart().startsWith('{');
  try {
    const command = COMMANDS[name];
    if (!command) throw new Error('没有这个指令');
    const reply = await command(world, fields);
    return isForm ? redirect(backOf(world, fields['back'])) : json(reply);
  } catch (error) {
    const why = (error as Error).message;
    note(world, 'person', name, why);
    if (!isForm) return json({ error: why }, 409);
    const body = `<section><p>${escape(why)}</p><p><a href="/sandbox">返回</a></p></section>`;
    return { ...html(frame('没有成功', body)), status: 409 };
  }
}

function backOf(world: World, back: unknown): string {
  const isOurs = typeof back === 'string' && (/^\/sandbox[\w/]*$/.test(back) || back.startsWith(`${world.publicUrl}/`));
  return isOurs || back === world.publicUrl ? String(back) : '/sandbox';
}

/** What a test wants to see. */
function stateOf(world: World): object {
  return {
    people: world.people,
    orders: [...world.orders.values()],
    refunds: [...world.refunds.values()],
    messages: world.messages,
    texts: world.texts,
    notices: world.notices,
    tokens: world.tokens.size,
    happenings: world.happenings,
  };
}
