import type { ErrorCode, FieldFaults } from '../../bff/contract/errors.ts';

/** A request as it left the client. */
export interface Call {
  endpoint: string;
  query: Record<string, string>;
  body: unknown;
}
type Answer = { status: number; json: unknown; headers?: Record<string, string> };
type Handler = (call: Call) => Answer;

export const reply = (json: unknown): Answer => ({ status: 200, json });
/** A file of nothing, of which headers say more. */
export const replyFile = (headers: Record<string, string>): Answer => ({ status: 200, json: null, headers });
export const refuse = (status: number, code: ErrorCode, message: string, fields?: FieldFaults): Answer => ({
  status,
  json: { error: { code, message, ...(fields && { fields }), requestId: 'request-1' } },
});

const EMPTY = { items: [], next: null, total: 0 };
const ON_MEMBERS_PAGES: Record<string, Handler> = {
  'GET /staff/told': () => reply(EMPTY),
  'GET /staff/papers': () => reply(EMPTY),
  'GET /staff/external-hours': () => reply(EMPTY),
};

export interface FakeServer {
  /** Everything that was asked, in order. */
  calls: Call[];
  /** What was sent to one endpoint, in order. */
  bodies(endpoint: string): unknown[];
  /** Sets or changes what an endpoint (`GET /staff/firms/1`) answers. */
  on(endpoint: string, handler: Handler): void;
}

/**
 * Stands at the network edge: replaces `fetch`, knows only what a test tells it, and answers 404 to the rest. Letters are there
 * unless a test says otherwise: files of nothing, which the double of the reader opens (pdf-document.ts). So are the lists that
 * stand on every member's page, with nothing in them.
 */
export function startFakeServer(handlers: Record<string, Handler>): FakeServer {
  const known = new Map(Object.entries({ ...ON_MEMBERS_PAGES, ...handlers }));
  const calls: Call[] = [];
  globalThis.fetch = async (input, init) => {
    const url = new URL(input as string, 'http://localhost');
    const endpoint = `${init?.method ?? 'GET'} ${url.pathname.replace(/^\/api/, '')}`;
    const call: Call = {
      endpoint,
      query: Object.fromEntries(url.searchParams),
      body: init?.body instanceof FormData ? init.body : init?.body ? JSON.parse(init.body as string) : undefined,
    };
    calls.push(call);
    const asked = known.get(endpoint)?.(call) ?? (endpoint.endsWith('.pdf') ? reply(null) : undefined);
    const { status, json, headers = {} } = asked ?? refuse(404, 'not_found', '没有找到您要的内容');
    // jsdom has no Response; the client uses no more of it than this.
    const arrayBuffer = async () => new ArrayBuffer(8);
    const said: Pick<Headers, 'get'> = { get: (name) => headers[name] ?? null };
    return {
      ok: status < 400,
      status,
      json: async () => json,
      arrayBuffer,
      blob: async () => new Blob(),
      headers: said,
    } as Response;
  };
  const bodies = (endpoint: string) => calls.filter((call) => call.endpoint === endpoint).map(({ body }) => body);
  return { calls, bodies, on: (endpoint, handler) => void known.set(endpoint, handler) };
}
