import type { ApplicationDetail } from '../../bff/contract/certificates/endpoints.ts';
import type { SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import type { DemoAccount } from '../../scripts/seed/demo-accounts.ts';

let submitted = 0;

/** A member of the demo association asks for a certificate, over the API as its client does; content by type. */
export async function submitApplication(
  origin: string,
  member: DemoAccount,
  content: Record<string, unknown>,
): Promise<ApplicationDetail> {
  const { login, password } = member;
  const { token } = (await post(`${origin}/api/session`, { login, password, tokenIn: 'reply' })) as SessionReply;
  const common = { email: 'office@example.com', purpose: '', paper: null, remark: '' };
  const idempotencyKey = `e2e-application-${++submitted}`;
  return (await post(
    `${origin}/api/applications`,
    { ...common, ...content, idempotencyKey },
    token,
  )) as ApplicationDetail;
}

async function post(address: string, body: unknown, token?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const reply = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${address} answered ${reply.status}: ${await reply.text()}`);
  return reply.json();
}
