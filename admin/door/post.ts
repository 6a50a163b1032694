import type { Endpoint, EndpointTypes } from '../../bff/contract/endpoint.ts';

/** Below a telephone's own patience: whoever stands at the door waits for nobody. */
const TIMEOUT_MS = 8_000;

/** No answer came: the device goes on without a network. */
export class Offline extends Error {}
/** The server refused, in words. */
export class Refused extends Error {
  declare readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** Calls an endpoint of the door. Throws Offline, Refused. */
export async function post<T extends EndpointTypes>(
  { path }: Endpoint<T>,
  body: object,
  params: Record<string, string> = {},
): Promise<T['reply']> {
  const address = `/api${path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new Offline('没有网络', { cause });
  }
  // A gateway that is up while the server is not says nothing about the queue.
  if (response.status >= 500 || response.status === 429) throw new Offline('服务器没有应答');
  const answer = (await response.json()) as {
    error?: { code: string; message: string; fields?: Record<string, string> };
  };
  if (response.ok) return answer as T['reply'];
  const { code = 'internal', message = '操作失败', fields = {} } = answer.error ?? {};
  throw new Refused(Object.values(fields)[0] ?? message, code);
}
