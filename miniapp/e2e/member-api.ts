/** A member's own calls, beside the client: what a walk needs to find there. */
export interface MemberApi {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  /** 律所无行业处分, issued; with paper copies if wanted. */
  issue(paper?: { pickup: 'collect'; copies: number }): Promise<{ id: number; verifyUrl: string; pdf: Buffer }>;
}
interface Issuing {
  id: number;
  issueState: string | null;
  certificate: { verifyUrl: string } | null;
}

const PATIENCE_MS = 120_000;

export async function ofMember(origin: string, account: { login: string; password: string }): Promise<MemberApi> {
  const { login, password } = account;
  const signIn = { login, password, tokenIn: 'reply' };
  const { token } = (await post(origin, '/session', signIn)) as { token: string };
  const read = (path: string) => fetch(`${origin}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  const get = async (path: string): Promise<unknown> => (await read(path)).json();
  return {
    get,
    post: (path, body) => post(origin, path, body, token),
    async issue(paper) {
      const idempotencyKey = `member-api-${Date.now()}`;
      const form = {
        type: 'firm-clean',
        email: 'office@example.com',
        since: '2026-01-01',
        paper: paper ?? null,
        idempotencyKey,
      };
      const { id } = (await post(origin, '/applications', form, token)) as { id: number };
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

/** What the office does meanwhile, as one of its people. */
export interface StaffApi {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  put(path: string, body: object): Promise<unknown>;
}

export async function ofStaff(origin: string, account: { login: string; password: string }): Promise<StaffApi> {
  const { login, password } = account;
  const opened = await fetch(`${origin}/api/staff/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const headers = { cookie: opened.headers.getSetCookie().join('; '), origin, 'content-type': 'application/json' };
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const said = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${origin}/api${path}`, said);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
  };
}

/** The office changes settings of its own: what is given here, the rest stays. */
export async function changeSettings(
  origin: string,
  account: { login: string; password: string },
  changed: object,
): Promise<void> {
  const staff = await ofStaff(origin, account);
  await staff.put('/staff/settings', { ...((await staff.get('/staff/settings')) as object), ...changed });
}

async function post(origin: string, path: string, body: object, bearer?: string): Promise<unknown> {
  const answer = await fetch(`${origin}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
