import { ERRORS, type ErrorCode, type FieldFaults } from '../../bff/contract/errors.ts';
import { HOURS } from './fixtures.ts';
import { taroState, type TaroReply, type TaroRequest } from './taro.ts';

/** One call as the server would see it. */
export interface Seen {
  route: string;
  query: Record<string, string>;
  body: unknown;
  header: Record<string, string>;
}
type Answer = (seen: Seen) => unknown;

/** What the foot of every page asks. */
const EVERY_PAGE: Record<string, Answer> = { 'GET /api/office-hours': () => HOURS };

/** Answers by `GET /api/…`; a route that is not given is a fault of the test. Everything asked is kept in `seen`. */
export function fakeApi(routes: Record<string, Answer>): Seen[] {
  const seen: Seen[] = [];
  taroState.answer = async (request: TaroRequest): Promise<TaroReply> => {
    await Promise.resolve();
    const url = new URL(request.url, 'http://test');
    const route = `${request.method} ${url.pathname}`;
    const call: Seen = {
      route,
      query: Object.fromEntries(url.searchParams),
      body: request.data === undefined ? undefined : JSON.parse(request.data),
      header: request.header,
    };
    seen.push(call);
    const answer = routes[route] ?? EVERY_PAGE[route];
    if (!answer) throw new Error(`the test does not answer ${route}`);
    try {
      return { statusCode: 200, data: answer(call) };
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      const body = {
        error: { code: fault.code, message: ERRORS[fault.code].message, fields: fault.fields, requestId: 'r' },
      };
      const isPdf = request.responseType === 'arraybuffer';
      return { statusCode: ERRORS[fault.code].status, data: isPdf ? bytesOf(JSON.stringify(body)) : body };
    }
  };
  return seen;
}

class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly fields: FieldFaults | undefined,
  ) {
    super(code);
  }
}

/** Thrown by an answer: the server refuses with this code. */
export function refuse(code: ErrorCode, fields?: FieldFaults): never {
  throw new Refusal(code, fields);
}

/** The bytes of a PDF answer; what is in them matters to no test of jsdom. */
export function bytesOf(text: string): ArrayBuffer {
  const bytes = new TextEncoder().encode(text);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
