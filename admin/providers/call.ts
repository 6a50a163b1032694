import type { Endpoint, EndpointTypes } from '../../bff/contract/endpoint.ts';
import { ApiFailure, toFailure } from './failure.ts';

/** What a call needs: the parts of the endpoint's types that go in. */
export type InputOf<T extends EndpointTypes> = Omit<T, 'reply'>;

/**
 * Calls one endpoint of the contract on the same origin, with the session cookie.
 * @returns the reply as typed by the endpoint; `replies: 'pdf'` and `'file'` give the bytes
 * @throws ApiFailure with the server's code and message, or `offline` if no answer came
 */
export async function call<T extends EndpointTypes>(
  endpoint: Endpoint<T>,
  input: InputOf<T>,
  signal?: AbortSignal,
): Promise<T['reply']> {
  const { body }: Loose = input;
  const request: RequestInit = {
    method: endpoint.method,
    credentials: 'same-origin',
    headers: { accept: accepted(endpoint) },
  };
  if (signal) request.signal = signal;
  if (body !== undefined) {
    request.headers = { ...request.headers, 'content-type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  const response = await send(addressOf(endpoint, input), request);
  if (!response.ok) throw await toFailure(response);
  if (endpoint.replies === 'pdf' || endpoint.replies === 'file') return response.arrayBuffer();
  // The endpoint table is the contract: what it types is what the server sends.
  return response.status === 204 ? null : ((await response.json()) as T['reply']);
}

/** The address of a call below the origin: `/api/staff/firms/12?…`. Empty query values are left out. */
export function addressOf<T extends EndpointTypes>(endpoint: Endpoint<T>, input: InputOf<T>): string {
  const { params = {}, query = {} }: Loose = input;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

type Loose = Partial<Omit<EndpointTypes, 'reply'>>;

const accepted = (endpoint: Endpoint) =>
  endpoint.replies === 'pdf' ? 'application/pdf, application/json' : 'application/json';

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new ApiFailure('offline', '网络连接失败，请检查网络后重试', { cause });
  }
}
