/** A member's own calls, beside the client: what a walk needs to find there. */
export interface MemberApi {
  get(path: string): Promise<unknown>;
  /** 律所无行业处分, issued. */
  issue(): Promise<{ id: number; verifyUrl: string; pdf: Buffer }>;
}
interface Issuing {
  id: number;
  issueState: string | null;
  certificate: { verifyUrl: string } | null;
}

const PATIENCE_MS = 120_000;

export async function ofMember(origin: string, account: { login: string; password: string }): Promise<MemberApi> {
  const { login, password } = account;
  const { token } = (await post('/session', { login, password, tokenIn: 'reply' })) as { token: string };
  const read = (path: string) => fetch(`${origin}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  async function post(path: string, body: object, bearer = ''): Promise<unknown> {
    const answer = await fetch(`${origin}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
  const get = async (path: string) => (await read(path)).json();
  return {
    get,
    async issue() {
      const idempotencyKey = `member-api-${Date.now()}`;
      const form = { type: 'firm-clean', email: 'office@example.com', since: '2026-01-01', idempotencyKey };
      const { id } = (await post('/applications', form, token)) as { id: number };
      const end = Date.now() + PATIENCE_MS;
      for (;;) {
        const { issueState, certificate } = (await get(`/applications/${id}`)) as Issuing;
        if (issueState === 'issued' && certificate) {
          const pdf = Buffer.from(await (await read(`/applications/${id}/certificate.pdf`)).arrayBuffer());
          return { id, verifyUrl: certificate.verifyUrl, pdf };
        }
        if (Date.now() > end) throw new Error(`not issued: ${String(issueState)}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
  };
}
