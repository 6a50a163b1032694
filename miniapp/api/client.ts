import Taro from '@tarojs/taro';
import type { Access, Endpoint, EndpointTypes } from '../../bff/contract/endpoint.ts';
import { COOKIES } from '../platform/account/session-token.ts';
import { ApiError, errorOfReply } from './api-error.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { bearer, whenSignedOut } from './bearer.ts';
import { lastFault } from './last-fault.ts';

type Given<T extends EndpointTypes, K extends keyof EndpointTypes> =
  T extends Record<K, infer V> ? { [key in K]: V } : { [key in K]?: undefined };
export type CallInput<T extends EndpointTypes> = Given<T, 'params'> & Given<T, 'query'> & Given<T, 'body'>;

// Making a preview of a 400-name roster is the slowest thing asked of the server; everything else answers at once.
const TIMEOUT_MS = 15_000;
const PDF_TIMEOUT_MS = 40_000;
// Only what changes nothing is asked again by itself.
const RETRY_DELAYS_MS = [400, 1200];

/**
 * Calls an endpoint of the contract and answers its reply. Throws ApiError. A session that has ended leads to the
 * sign-in page; reads are repeated twice when the network or the server falters.
 */
export async function call<T extends EndpointTypes>(
  endpoint: Endpoint<T, Access>,
  input: CallInput<T>,
): Promise<T['reply']> {
  const delays = endpoint.method === 'GET' ? RETRY_DELAYS_MS : [];
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(endpoint, input);
    } catch (fault) {
      const delay = delays[attempt];
      if (delay === undefined || !isPassing(fault)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

function isPassing(fault: unknown): boolean {
  return (
    fault instanceof ApiError && (fault.code === 'offline' || fault.code === 'timeout' || fault.code === 'unavailable')
  );
}

async function once<T extends EndpointTypes>(endpoint: Endpoint<T, Access>, input: CallInput<T>): Promise<T['reply']> {
  const isPdf = endpoint.replies === 'pdf' || endpoint.replies === 'file';
  const token = bearer.read();
  const reply = await Taro.request({
    url: API_ORIGIN + addressOf(endpoint, input),
    method: endpoint.method,
    // A string is sent as it is on both platforms; undefined sends no body.
    data: input.body === undefined ? undefined : JSON.stringify(input.body),
    header: {
      accept: isPdf ? 'application/pdf, image/*, application/json' : 'application/json',
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    responseType: isPdf ? 'arraybuffer' : 'text',
    ...COOKIES,
    timeout: isPdf ? PDF_TIMEOUT_MS : TIMEOUT_MS,
  }).catch((fault: { name?: string; errMsg?: string }) => {
    throw new ApiError(fault.name === 'AbortError' || /timeout/i.test(fault.errMsg ?? '') ? 'timeout' : 'offline');
  });
  if (reply.statusCode < 400) return reply.data as T['reply'];

  const error = errorOfReply(reply.statusCode, isPdf ? jsonOf(reply.data) : reply.data);
  if (reply.statusCode >= 500 && error.requestId) lastFault.note(error.requestId);
  if (error.code === 'not_signed_in' || error.code === 'password_change_required') whenSignedOut.run(error.code);
  throw error;
}

/** The address of a call below the origin: `/api/applications/12?…`. */
export function addressOf<T extends EndpointTypes>(
  { path }: Endpoint<T, Access>,
  { params, query }: Pick<CallInput<T>, 'params' | 'query'>,
): string {
  return `/api${fill(path, params)}${queryOf(query)}`;
}

function fill(path: string, params: Record<string, string> | undefined): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
}

function queryOf(query: object | undefined): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  return given.length ? `?${given.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}` : '';
}

function jsonOf(bytes: unknown): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes as ArrayBuffer));
  } catch {
    return null;
  }
}
