import { WebSocket } from 'ws';
import { chatDeskEndpoints as desk } from '../../../bff/contract/chat/endpoints.ts';
import { STAFF_CHAT_SOCKET } from '../../../bff/contract/chat/enums.ts';
import { DAY_MS, toShanghaiDate } from '../../../bff/contract/dates.ts';
import { officeHoursEndpoints } from '../../../bff/contract/office-hours/endpoints.ts';
import { ticketDutyEndpoints } from '../../../bff/contract/ticket-duty/endpoints.ts';
import { DEMO_STAFF } from '../../../scripts/seed/demo-accounts.ts';
import { randomUUID } from 'node:crypto';

/** One of 客服 who is there: what a walk of a member needs at the other end of a talk. */
export interface DeskApi {
  /** Takes the talk that has waited longest; answers its id. */
  takeNext(): Promise<number>;
  say(id: number, text: string): Promise<void>;
  /** What was said in a talk, in its order. */
  said(id: number): Promise<string[]>;
  close(): void;
}

/** Opens the desk, whatever day and time it is: today and tomorrow are days with hours of their own. */
export async function openDesk(origin: string): Promise<DeskApi> {
  const admin = await ofStaff(origin, 'admin');
  for (const at of [Date.now(), Date.now() + DAY_MS]) {
    const body = { version: 0, kind: 'own', periods: [{ from: '00:00', to: '23:59' }], reason: '全天服务' };
    await admin.call(officeHoursEndpoints.setOfficeDay, { date: toShanghaiDate(at) }, body);
  }
  const service = await ofStaff(origin, 'service');
  await service.call(ticketDutyEndpoints.setOwnPresence, {}, { isPresent: true });
  const page = new WebSocket(`${origin.replace('http', 'ws')}${STAFF_CHAT_SOCKET}`, {
    headers: { cookie: service.cookie, origin },
  });
  await new Promise<void>((resolve, reject) => {
    page.on('message', () => resolve());
    page.on('error', reject);
    page.on('open', () => page.send(JSON.stringify({ t: 'hello', v: 1, have: {} })));
  });
  return {
    async takeNext() {
      const { waiting } = (await service.call(desk.showChatDesk, {})) as { waiting: { id: number }[] };
      const [next] = waiting;
      if (!next) throw new Error('nobody waits');
      await service.call(desk.takeChat, next);
      return next.id;
    },
    say: async (id, text) =>
      void (await service.call(desk.sendChatMessage, { id }, { kind: 'text', clientId: randomUUID(), text })),
    async said(id) {
      const { items } = (await service.call(desk.readChat, { id })) as { items: { kind: string; text: string }[] };
      return items.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
    },
    close: () => page.terminate(),
  };
}

async function ofStaff(origin: string, login: string) {
  const { password } = DEMO_STAFF.find((one) => one.login === login) ?? { password: '' };
  const json = { 'content-type': 'application/json' };
  const session = await fetch(`${origin}/api/staff/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login, password }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    cookie,
    async call(
      { method, path }: { method: string; path: string },
      params: Record<string, string | number>,
      body?: object,
    ): Promise<unknown> {
      const filled = path.replace(/:(\w+)/g, (_all, name: string) => String(params[name]));
      const answer = await fetch(`${origin}/api${filled}`, {
        method,
        headers: { ...json, cookie, origin },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${filled}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
  };
}
