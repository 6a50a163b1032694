import type { SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import type { Endpoint, EndpointTypes } from '../../bff/contract/endpoint.ts';
import type { DemoAccount } from '../../scripts/seed/demo-accounts.ts';

/** Calls endpoints as an account of the demo association, as its client does. */
export interface Caller {
  call<T extends EndpointTypes>(endpoint: Endpoint<T>, asked?: { params?: object; body?: object }): Promise<T['reply']>;
}

/** Signs an account in over the API. */
export async function signInTo(origin: string, { kind, login, password }: DemoAccount): Promise<Caller> {
  const path = kind === 'staff' ? '/staff/session' : '/session';
  const { token } = (await request(`${origin}/api${path}`, 'POST', {
    body: { login, password, tokenIn: 'reply' },
  })) as SessionReply;
  return {
    call({ method, path: of }, { params = {}, body } = {}) {
      const known = params as Record<string, string | number>;
      const address = of.replace(/:(\w+)/g, (_, name: string) => String(known[name]));
      // What is answered is what the contract says.
      return request(`${origin}/api${address}`, method, { body, token }) as Promise<never>;
    },
  };
}

async function request(
  address: string,
  method: string,
  sent: { body?: object | undefined; token?: string | undefined },
) {
  const { body, token } = sent;
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const reply = await fetch(address, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!reply.ok) throw new Error(`${address} answered ${reply.status}: ${await reply.text()}`);
  return reply.status === 204 ? null : ((await reply.json()) as unknown);
}
