import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Next } from 'koa';
import { env } from '../env.ts';

/**
 * Headers of every answer. Scripts come from our own origin only, in WeChat's browser its JS-SDK too; styles may be inline because antd writes them at run
 * time; blob: is the PDF viewer's worker and page pictures.
 */
export function securityHeaders() {
  // The same for every answer of a kind, so that helmet is asked once each.
  const inBrowsers = { plain: headersOf(policy([])), readsCodes: headersOf(policy([WASM])) };
  const inWechat = { plain: headersOf(policy([WECHAT_SDK])), readsCodes: headersOf(policy([WASM, WECHAT_SDK])) };
  return (ctx: Context, next: Next): Promise<void> => {
    const loadsSdk = env.WECHAT_WEB_APPID !== undefined && /MicroMessenger/i.test(ctx.get('user-agent'));
    const headers = (loadsSdk ? inWechat : inBrowsers)[READS_CODES.test(ctx.path) ? 'readsCodes' : 'plain'];
    // Past Koa, which would look at every name and value of a dozen fixed ones.
    for (const [name, value] of headers) ctx.res.setHeader(name, value);
    if (env.WECHAT_WEB_APPID !== undefined) ctx.vary('User-Agent');
    return next();
  };
}

/** The door, and the pages on which a photo of a letter is checked, read codes with wasm; no other page may run any. */
const READS_CODES = /^\/(admin\/door\.html|verify|c\/[^/]+)$/;
const WASM = "'wasm-unsafe-eval'";

/** Where WeChat's own browser gets its JS-SDK from (miniapp/platform/wechat/page-card.h5.ts). No other browser may. */
const WECHAT_SDK = 'https://res.wx.qq.com/open/js/';

type Helmet = ReturnType<typeof helmet>;

function policy(moreScripts: readonly string[]): Helmet {
  const isHttps = env.PUBLIC_URL.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...moreScripts],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Meaningful over HTTPS only; browsers warn about it on a plain address.
    originAgentCluster: isHttps,
  });
}

/** What helmet sets on an answer. */
function headersOf(middleware: Helmet): [string, string][] {
  const headers: [string, string][] = [];
  const answer = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  middleware({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw new Error('helmet could not set its headers', { cause: error });
  });
  return headers;
}
