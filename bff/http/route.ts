import { z, type ZodType } from 'zod';
import type { Readable } from 'node:stream';
import type { Access, Endpoint, EndpointTypes, StreamedReply } from '../contract/endpoint.ts';
import type { FirmActor, InSession, MemberActor, StaffActor } from '../actor.ts';

/** Who a handler may rely on, by the endpoint's access. */
export type ActorOf<A extends Access> = A extends 'public'
  ? null
  : InSession & (A extends 'newcomer' | 'member' ? MemberActor : A extends 'firm' ? FirmActor : StaffActor);

/** The browser that asks, as our cookies tell: the session in it, and whom it knows. */
export interface SessionCookie {
  /**
   * Hands out the token of a session that has begun: into the cookie of a browser, which knows the account from now on,
   * or in the reply to a client without cookies. Answers the reply.
   */
  start<R extends object>(begun: { token: string; accountId: number; reply: R }, to: 'cookie' | 'reply'): R;
  end(): void;
  /** Which device this is to an account that has signed in here before (known-devices.ts). */
  knownDevice(accountId: number): string | undefined;
}

/** What a handler is given; everything in it has passed its schema. */
export interface Call<A extends Access, Params, Query, Body> {
  actor: ActorOf<A>;
  params: Params;
  query: Query;
  body: Body;
  /** Address of the caller, for rate limits and the audit log. */
  address: string;
  /** User agent as sent, cut to 200 characters. */
  device: string;
  /** The browser asks ahead of its reader (prefetch, prerender): nobody has seen anything yet. */
  isAhead: boolean;
  session: SessionCookie;
}

/** Reply of an endpoint that `replies: 'pdf'` or `'file'`. */
export interface ReplyFile {
  bytes: Buffer;
  /** File name offered on saving, without path. */
  fileName: string;
  /** Media type; absent: a PDF of our own. */
  contentType?: string;
  /** Absent: shown in place; false: saved. */
  isShown?: boolean;
  /** What the bytes are known by: whoever has them is told so, and gets nothing. Absent: nobody may keep them. */
  etag?: string;
}
/** Reply of an endpoint that `replies: 'xlsx'` or `'zip'`: sent while it is made. */
export interface FileStream {
  stream: Readable;
  /** File name offered on saving, without path. */
  fileName: string;
  /** What is said of the file beside it, by header. */
  headers?: Readonly<Record<string, string>>;
}
export type ReplyOf<T extends EndpointTypes> = T['reply'] extends ArrayBuffer
  ? ReplyFile
  : T['reply'] extends StreamedReply
    ? FileStream
    : T['reply'];

/** A schema that depends on the raw body (the form of a certificate type); `documented` is what OpenAPI shows. */
export interface SchemaByBody<B extends ZodType> {
  documented: B;
  choose(raw: unknown): Promise<B>;
}

export interface RouteSchemas<P extends ZodType, Q extends ZodType, B extends ZodType> {
  params?: P;
  query?: Q;
  body?: B | SchemaByBody<B>;
}

/**
 * What an endpoint that replies JSON says of its reply; of a file its media type says all. It documents (openapi.ts), and
 * tests hold every answer against it (bff/test/api.ts). The server itself does not: checking 500 rows costs more than
 * reading them, and a fault would be found after the act is done.
 */
export type ReplySchema<T extends EndpointTypes> = T['reply'] extends ArrayBuffer | StreamedReply
  ? { reply?: never }
  : { reply: ZodType<T['reply']> };

/** An endpoint with its schemas and its handler, as `app.ts` mounts it. */
export interface Route {
  endpoint: Endpoint;
  schemas: RouteSchemas<ZodType, ZodType, ZodType> & { reply?: ZodType };
  handle(call: Call<Access, unknown, unknown, unknown>): Promise<unknown>;
}

/**
 * Binds a contract endpoint to its schemas and its handler. What the handler receives and must return is typed from
 * both, so a route that drifts from the contract does not compile.
 */
export function route<
  T extends EndpointTypes,
  A extends Access,
  P extends ZodType = ZodType<undefined>,
  Q extends ZodType = ZodType<undefined>,
  B extends ZodType = ZodType<undefined>,
>(
  endpoint: Endpoint<T, A>,
  schemas: RouteSchemas<P, Q, B> & ReplySchema<NoInfer<T>>,
  handle: (call: Call<A, z.output<P>, z.output<Q>, z.output<B>>) => Promise<ReplyOf<T>>,
): Route {
  // The generic handler is called with exactly what its own schemas produced, which the table type can't say.
  return { endpoint: endpoint, schemas, handle: handle };
}

/** `:id` of a path: a positive whole number as we write it; anything else is answered as not found. */
export const idParams = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .transform(Number)
    .refine(Number.isSafeInteger),
});
