import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request as the services below see it. `url` is path and query exactly as sent: that is what signatures cover. */
export interface Asked {
  method: string;
  url: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Reply {
  status: number;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** Reads a whole request. */
export async function readRequest(request: IncomingMessage): Promise<Asked> {
  const url = request.url ?? '/';
  const [path = '/', search = ''] = url.split('?');
  return {
    method: request.method ?? 'GET',
    url,
    path,
    query: new URLSearchParams(search),
    headers: request.headers,
    body: await text(request),
  };
}

export function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
}

export const json = (value: unknown, status = 200): Reply => ({ status, body: JSON.stringify(value) });

export const html = (page: string): Reply => ({
  status: 200,
  body: page,
  headers: { 'content-type': 'text/html; charset=utf-8' },
});

/** Where a form leads after its work is done. */
export const redirect = (location: string): Reply => ({ status: 303, body: '', headers: { location } });

/** A body as an object: JSON, or fields of a form. Anything else is an empty object. */
export function fieldsOf(body: string): Record<string, unknown> {
  if (!body.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A field's text; '' for whatever is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
