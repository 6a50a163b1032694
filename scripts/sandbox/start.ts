import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readRequest, send, type Reply } from './http.ts';
import { mailPages } from './mail-pages.ts';
import { servePages } from './pages/serve.ts';
import { openPayKeys, type PayKeys } from './pay/keys.ts';
import { isPayPath, servePay, signed } from './pay/serve.ts';
import { faceSettings, isFace, serveFace } from './face/serve.ts';
import { isSms, serveSms, smsSettings } from './sms/serve.ts';
import { isOidcPage, isOidcPath, oidcSettings, serveOidc, serveOidcPage } from './oidc/serve.ts';
import { sufferTrouble } from './troubles.ts';
import { isWechatPath, serveWechat } from './wechat/serve.ts';
import { templateSettings } from './wechat/messages.ts';
import { createWorld, type World } from './world.ts';

export interface SandboxOptions {
  /** Keys, and the mail that was caught. */
  folder: string;
  port: number;
  /** Address of the server that shows these pages below /sandbox; without it, this sandbox itself. */
  publicUrl?: string | undefined;
  mode?: PayKeys['mode'];
  compression?: number;
  now?: () => number;
}

/** WeChat, WeChat Pay and texts on 127.0.0.1, with their pages; `settings` are those of bff/env.ts that lead here. */
export async function startSandbox(options: SandboxOptions) {
  const keys = await openPayKeys(path.join(options.folder, 'pay'), options.mode ?? 'public-key');
  const mail = mailPages(path.join(options.folder, 'mail'));
  const world = createWorld({
    now: options.now ?? Date.now,
    publicUrl: options.publicUrl ?? '',
    keys,
    // A day and four minutes of repetition pass in 24 minutes.
    compression: options.compression ?? 60,
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    if (url.startsWith('/sandbox/mail')) mail(request, response);
    else
      void readRequest(request)
        .then((asked) => answer(world, asked))
        .then((reply) => reply && send(response, reply))
        .catch((error: Error) => send(response, { status: 500, body: JSON.stringify({ error: error.message }) }));
  });
  await new Promise<void>((resolve) => server.listen(options.port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.publicUrl ||= url;
  return {
    url,
    settings: settingsOf(world, url),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(world: World, asked: Parameters<typeof servePay>[1]) {
  if (isFace(asked)) return answerPlain(world, asked, 'face', serveFace);
  if (isSms(asked)) return answerPlain(world, asked, 'sms', serveSms);
  if (isOidcPage(asked.path)) return serveOidcPage(world, asked);
  if (isOidcPath(asked.path)) return answerPlain(world, asked, 'oidc', serveOidc);
  const isPay = isPayPath(asked.path);
  if (!isPay && !isWechatPath(asked.path)) return servePages(world, asked);
  const mood = await sufferTrouble(world, isPay ? 'pay' : 'wechat');
  if (mood === 'hang') return null;
  if (mood === 'error' && isPay) {
    return signed(world, {
      status: 500,
      body: JSON.stringify({ code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' }),
    });
  }
  if (mood === 'error') return { status: 503, body: '<html><h1>503 Service Unavailable</h1></html>' };
  return isPay ? servePay(world, asked) : serveWechat(world, asked);
}

async function answerPlain(
  world: World,
  asked: Parameters<typeof servePay>[1],
  where: 'sms' | 'face' | 'oidc',
  serve: (world: World, asked: Parameters<typeof servePay>[1]) => Reply | Promise<Reply>,
) {
  const mood = await sufferTrouble(world, where);
  if (mood === 'hang') return null;
  return mood === 'error' ? { status: 503, body: '' } : serve(world, asked);
}

function settingsOf(world: World, url: string): Record<string, string> {
  const { credentials, keys, publicUrl } = world;
  return {
    WECHAT_API_URL: url,
    WECHAT_AUTHORIZE_URL: `${publicUrl}/sandbox/connect/oauth2/authorize`,
    WECHAT_APPID: credentials.appid,
    WECHAT_SECRET: credentials.secret,
    WECHAT_WEB_APPID: credentials.webAppid,
    WECHAT_WEB_SECRET: credentials.webSecret,
    ...templateSettings(),
    ...smsSettings(url),
    ...faceSettings(url),
    ...oidcSettings(world),
    WECHATPAY_URL: url,
    WECHATPAY_MCHID: credentials.mchid,
    WECHATPAY_KEY_FILE: keys.merchant.keyFile,
    WECHATPAY_CERT_FILE: keys.merchant.certFile,
    WECHATPAY_API_V3_KEY: credentials.apiV3Key,
    ...(keys.mode === 'public-key' && {
      WECHATPAY_PUBLIC_KEY_ID: keys.publicKey.id,
      WECHATPAY_PUBLIC_KEY_FILE: keys.publicKey.file,
    }),
  };
}
