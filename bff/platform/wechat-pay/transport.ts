import { env } from '../../env.ts';

const OFFICIAL = 'https://api.mch.weixin.qq.com';
/** A member waits for it. */
const PATIENCE_MS = 5_000;
/** A day's bill of this association is some hundred lines. */
const MAX_BYTES = 32 * 1024 * 1024;

/** An answer as it came: nothing in it has been checked. */
export interface RawAnswer {
  status: number;
  rawBody: string;
  header(name: string): string;
}
type Headers = Record<string, string>;

/** Sends what the library has signed; answers with status 0 and no words when nobody does. */
async function exchange(method: 'GET' | 'POST', url: string, headers: Headers, body?: string): Promise<RawAnswer> {
  try {
    const response = await fetch(url.replace(OFFICIAL, env.WECHATPAY_URL.replace(/\/$/, '')), {
      method,
      headers: {
        ...headers,
        // Asks for answers signed with that key while a merchant changes from certificates to it.
        ...(env.WECHATPAY_PUBLIC_KEY_ID && { 'Wechatpay-Serial': env.WECHATPAY_PUBLIC_KEY_ID }),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body !== undefined && { body }),
    });
    const rawBody = await response.text();
    if (rawBody.length > MAX_BYTES) throw new Error('too long an answer');
    return { status: response.status, rawBody, header: (name) => response.headers.get(name) ?? '' };
  } catch (error) {
    return { status: 0, rawBody: (error as Error).name, header: () => '' };
  }
}

/** What the library calls instead of its own, which has no timeout and hides headers. The answer is `data`. */
export const transport = {
  get: async (url: string, headers: Headers) => wrapped(await exchange('GET', url, headers)),
  // The very text that was signed: the library signs JSON.stringify of the same object.
  post: async (url: string, params: object, headers: Headers) =>
    wrapped(await exchange('POST', url, headers, JSON.stringify(params))),
  upload: () => Promise.reject(new Error('nothing is uploaded')),
};

const wrapped = (answer: RawAnswer) => ({ status: answer.status, data: answer });
