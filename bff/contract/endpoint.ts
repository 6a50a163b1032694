import type { Role } from './accounts/enums.ts';

/**
 * Who may call. `public`: anyone; `member`: a signed-in firm or lawyer; `firm`: firms only; `staff`: any staff account;
 * a list of roles: staff holding one of them (administrator always passes). A session whose temporary password has not
 * been replaced passes only `newcomer`, which every signed-in account passes too.
 */
export type Access = 'public' | 'newcomer' | 'member' | 'firm' | 'staff' | 'staff-newcomer' | readonly Role[];

export interface EndpointTypes {
  params?: Record<string, string>;
  query?: object;
  body?: object;
  reply: unknown;
}

/** One HTTP endpoint: method, path below /api, access, and (as types only) what goes in and comes out. */
export interface Endpoint<T extends EndpointTypes = EndpointTypes, A extends Access = Access> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below `/api`, parameters as `:name`. */
  readonly path: string;
  readonly access: A;
  /** What the endpoint is for: one sentence, shown in the OpenAPI document. */
  readonly summary: string;
  /**
   * `pdf` replies are application/pdf bytes, `file` those of whatever kind the file is, `xlsx` and `zip` files sent
   * while they are made; everything else is JSON.
   */
  readonly replies?: 'json' | 'pdf' | 'file' | 'xlsx' | 'zip';
  /** `file`: a form (multipart) that holds one file, instead of JSON. */
  readonly takes?: 'json' | 'file';
  /** The most bytes of that file; absent: MAX_ATTACHMENT_BYTES. */
  readonly maxBytes?: number;
  /** Whether an account that is held (accounts/holds.ts) may call it; absent: reading may, acts and files may not. */
  readonly whileHeld?: 'open' | 'shut';
  /** Never set: carries the types. */
  readonly types?: T;
}

/** Whether staff with these roles pass an endpoint. */
export const staffPasses = (roles: readonly Role[], { access }: Pick<Endpoint, 'access'>): boolean =>
  typeof access === 'string' || roles.includes('administrator') || access.some((role) => roles.includes(role));

/** Reply of an endpoint whose file may be long: a client opens its address instead of taking the bytes. */
export interface StreamedReply {
  readonly isStreamed: true;
}

/** Declares an endpoint. Two calls, because the types are written and the access is inferred. */
export function endpoint<T extends EndpointTypes>() {
  return <const A extends Access>(declaration: Omit<Endpoint<T, A>, 'types'>): Endpoint<T, A> => declaration;
}

/**
 * Whether an account that is held is refused: acts are, and documents, unless the endpoint says otherwise. What a member
 * needs before the first password (`newcomer`) never is.
 */
export function isShutWhileHeld({ method, access, replies = 'json', whileHeld }: Endpoint): boolean {
  if (access !== 'member' && access !== 'firm') return false;
  return whileHeld === undefined ? method !== 'GET' || replies !== 'json' : whileHeld === 'shut';
}

/** Items of the largest page that a list gives. */
export const MAX_PAGE = 500;

/** A page of a list. `next` is passed back as `cursor`; `total` stops counting at 1,000 (`totalIsCapped`). */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
  totalIsCapped: boolean;
}
