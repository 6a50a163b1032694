import { afterAll, beforeAll } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, sockets } from '../app.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import type { ErrorReply } from '../contract/errors.ts';
import { acceptSockets } from '../http/sockets.ts';
import { Account, Session } from '../modules/accounts/model.ts';
import { NOTICE_PATH } from '../modules/payments/books/notice-url.ts';
import { clock } from '../platform/clock/clock.ts';
import { hashToken, randomToken } from '../platform/crypto/tokens.ts';
import { checkReply } from './check-reply.ts';
import { isPlain, plainRequest, type Came, type PlainRequest } from './plain-request.ts';

/** An answer as a client gets it. `json` is whatever came: tests look closer themselves. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  // The tests of one endpoint know its reply; a type per call would only repeat the contract.
  json: Record<string, unknown> & Partial<ErrorReply>;
}
export interface Call {
  /** Bearer token. */
  as?: string | undefined;
  params?: Record<string, string | number>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}
export interface Api {
  readonly url: string;
  /** Calls an endpoint of the contract. */
  call(endpoint: Pick<Endpoint, 'method' | 'path'>, call?: Call): Promise<Answer>;
  /** Any request. */
  fetch(path: string, init?: RequestInit): Promise<Answer>;
}

/** Serves the whole application on a free port for this file, `dist` in place of the built clients. The database has to be open. */
export function useApi(dist?: string): Api {
  let server: Server | undefined;
  let open: ReturnType<typeof acceptSockets> | undefined;
  let url = '';
  beforeAll(async () => {
    const app = createApp(dist);
    const handle = app.callback();
    const listening = createServer((request, response) => void handle(request, response));
    // However long a test takes between two requests (plain-request.ts).
    listening.keepAliveTimeout = 0;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    server = listening;
    open = acceptSockets(listening, app, sockets);
  });
  afterAll(async () => {
    open?.stop();
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });
  return {
    get url() {
      return url;
    },
    fetch: (path, init = {}) => (isPlain(init) ? ask(url + path, init, plainRequest) : ask(url + path, init)),
    call: (...args) => callAt(url, plainRequest)(...args),
  };
}

/** The document itself, and what WeChat Pay is answered in its own words. */
const OTHER_WORDS = new Set(['/api/openapi.json', NOTICE_PATH]);

/** Asks, and holds whatever JSON the API answers to its contract. */
async function ask<Init extends RequestInit>(
  url: string,
  init: Init,
  send: (url: string, init: Init) => Promise<Came> = fetched,
): Promise<Answer> {
  const { status, headers, bytes } = await send(url, init);
  const answer = { status, headers, bytes, json: parse(bytes) };
  const { pathname: path } = new URL(url);
  const isJson = headers.get('content-type')?.startsWith('application/json');
  if (isJson && path.startsWith('/api/') && !OTHER_WORDS.has(path))
    checkReply({ method: init.method ?? 'GET', path }, answer);
  return answer;
}

async function fetched(url: string, init: RequestInit): Promise<Came> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

/** Calls endpoints of a server that listens at `url`. */
export const callAt =
  (url: string, send: typeof plainRequest = fetched): Api['call'] =>
  ({ method, path }, { as, params = {}, query, body, headers = {} } = {}) => {
    const filled = path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
    const search = query ? `?${new URLSearchParams(query).toString()}` : '';
    const init: PlainRequest = {
      method,
      headers: {
        ...(as && { authorization: `Bearer ${as}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
    return ask(`${url}/api${filled}${search}`, init, send);
  };

function parse(bytes: Buffer): Answer['json'] {
  try {
    return JSON.parse(bytes.toString()) as Answer['json'];
  } catch {
    return {};
  }
}

/** Signs an account in without a password; answers the token. */
export async function signedIn(account: Account): Promise<string> {
  const token = randomToken(256);
  const now = clock.now();
  const stamps = { createdAt: now, lastSeenAt: now, previousSignInAt: null };
  await Session.create({
    accountId: account.id,
    tokenHash: hashToken(token),
    device: '测试',
    address: '127.0.0.1',
    ...stamps,
  });
  return token;
}

/** Signs a member in whose password is his or her own. */
export async function memberToken(member: { firmId: number } | { lawyerId: number }): Promise<string> {
  const account = await Account.findOne({ where: member, rejectOnEmpty: true });
  await account.update({ isTemporary: false });
  return signedIn(account);
}
