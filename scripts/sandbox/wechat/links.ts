import { fieldsOf, json, type Asked, type Reply } from '../http.ts';
import { randomId, type World } from '../world.ts';
import { accept, refuse } from './answers.ts';
import { PAGES } from './pages.ts';
import { overQuota } from './tokens.ts';

const LINKS_A_DAY = 500_000;
const MAX_DAYS = 30;

/** POST /wxa/generate_urllink. */
export function urlLink(world: World, asked: Asked): Reply {
  const over = overQuota(world, 'urllink', LINKS_A_DAY);
  if (over) return over;
  const { path = '', query = '', expire_type = 0, expire_time, expire_interval } = fieldsOf(asked.body);
  if (path !== '' && !PAGES.includes(String(path).replace(/^\//, ''))) return refuse(40165);
  if (String(query).length > 1024) return refuse(47001);
  const now = Math.floor(world.now() / 1000);
  const days = expire_type === 1 ? Number(expire_interval ?? 0) : (Number(expire_time ?? now) - now) / 86_400;
  const isTimed = expire_type === 1 || expire_time !== undefined;
  if (isTimed && !(days > 0 && days <= MAX_DAYS)) return refuse(85400);
  return accept({ url_link: `https://wxaurl.cn/${randomId(6)}` });
}

/** POST /wxa/getwxacodeunlimit: a picture, or a refusal as JSON. (The round code cannot be drawn here: a QR code instead.) */
export async function wxacodeUnlimited(world: World, asked: Asked): Promise<Reply> {
  const { scene, page = '', check_path = true, width = 430 } = fieldsOf(asked.body);
  if (typeof scene !== 'string' || !/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(scene)) return refuse(40169);
  if (page !== '' && check_path !== false && !PAGES.includes(String(page))) return refuse(41030);
  if (!(Number(width) >= 280 && Number(width) <= 1280)) return refuse(47001);
  // Small whatever the width: nobody scans it, and drawing pixels costs time.
  const { default: qrcode } = await import('qrcode');
  const picture = await qrcode.toBuffer(`sandbox:${String(page)}?scene=${scene}`, { scale: 2 });
  return { status: 200, body: picture, headers: { 'content-type': 'image/png' } };
}

/** GET /cgi-bin/ticket/getticket?type=jsapi. */
export function jsapiTicket(world: World, asked: Asked, appid: string): Reply {
  if (asked.query.get('type') !== 'jsapi') return refuse(47001);
  const hour = Math.floor(world.now() / 7200_000);
  return json({ errcode: 0, errmsg: 'ok', ticket: ticketOf(appid, hour), expires_in: 7200 });
}

/** The ticket of a period, so that a page's signature can be checked. */
export const ticketOf = (appid: string, period: number): string => `sandbox-ticket-${appid}-${period}`;
