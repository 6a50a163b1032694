import type { Asked, Reply } from '../http.ts';
import { note, type World } from '../world.ts';
import { checkText } from './checks.ts';
import { jsapiTicket, urlLink, wxacodeUnlimited } from './links.ts';
import { jscode2session, phoneNumber, webAccessToken } from './login.ts';
import { sendSubscribeMessage } from './messages.ts';
import { checkToken, stableToken } from './tokens.ts';

type Service = (world: World, asked: Asked, appid: string) => Reply | Promise<Reply>;

const OPEN: Record<string, Service> = {
  '/sns/jscode2session': jscode2session,
  '/sns/oauth2/access_token': webAccessToken,
  '/cgi-bin/stable_token': stableToken,
};
const WITH_TOKEN: Record<string, Service> = {
  '/wxa/business/getuserphonenumber': phoneNumber,
  '/cgi-bin/message/subscribe/send': sendSubscribeMessage,
  '/wxa/msg_sec_check': checkText,
  '/wxa/generate_urllink': urlLink,
  '/wxa/getwxacodeunlimit': wxacodeUnlimited,
  '/cgi-bin/ticket/getticket': jsapiTicket,
};

export const isWechatPath = (path: string): boolean => path in OPEN || path in WITH_TOKEN;

/** Answers as api.weixin.qq.com. */
export async function serveWechat(world: World, asked: Asked): Promise<Reply> {
  const reply = await answer(world, asked);
  note(world, 'wechat', asked.path, resultOf(reply));
  return reply;
}

async function answer(world: World, asked: Asked): Promise<Reply> {
  const open = OPEN[asked.path];
  if (open) return open(world, asked, '');
  const token = checkToken(world, asked);
  if ('refusal' in token) return token.refusal;
  const service = WITH_TOKEN[asked.path];
  return service ? service(world, asked, token.appid) : { status: 404, body: '{}' };
}

function resultOf({ status, body }: Reply): string {
  if (typeof body !== 'string') return `${status} 图片`;
  const { errcode, errmsg } = JSON.parse(body) as { errcode?: number; errmsg?: string };
  return errcode ? `${errcode} ${errmsg ?? ''}` : '成功';
}
